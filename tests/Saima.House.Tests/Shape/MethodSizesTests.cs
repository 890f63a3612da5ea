using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

public sealed class MethodSizesTests
{
    [Fact]
    public void Every_method_fits_on_a_screen() => MethodSizes.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_method_of_61_lines_is_found_and_one_of_60_is_not()
    {
        MethodSizes.Find(Verdict.At("src/Saima.Market/A.cs", OfLines(61))).ShouldFind(4, "Long has 61 lines");
        MethodSizes.Find(Verdict.At("src/Saima.Market/A.cs", OfLines(60))).ShouldFindNothing();
    }

    [Fact]
    public void A_kernel_may_have_120_lines()
    {
        MethodSizes.Find(Verdict.At("src/Saima.Engine/Kernels/A.cs", OfLines(120))).ShouldFindNothing();
        MethodSizes.Find(Verdict.At("src/Saima.Engine/Kernels/A.cs", OfLines(121))).ShouldFind(4, "121 lines");
    }

    /// <summary>A method of so many lines under a doc comment and an attribute, which do not count.</summary>
    private static string OfLines(int lines) => $$"""
        class A
        {
            /// <summary>Long.</summary>
            [Obsolete]
            void Long()
            {
        {{new string('\n', lines - 4)}}
            }
        }
        """;
}
