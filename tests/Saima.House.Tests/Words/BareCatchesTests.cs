using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

public sealed class BareCatchesTests
{
    [Fact]
    public void Every_catch_names_what_it_catches() => BareCatches.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_bare_catch_is_found() =>
        BareCatches.Find(Verdict.At("src/Saima/A.cs", "class A { void B() {\ntry { }\ncatch { } } }")).ShouldFind(3, "must name");

    [Fact]
    public void A_catch_of_something_is_fine() =>
        BareCatches.Find(Verdict.At("src/Saima/A.cs", "class A { void B() { try { } catch (IOException) { } } }")).ShouldFindNothing();
}
