using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Purity;

public sealed class PurityTests
{
    [Fact]
    public void Vector_and_unsafe_code_stays_in_the_kernels() => KernelCode.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void The_engine_keeps_to_arithmetic() => EnginePurity.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void The_engine_cannot_slip_into_queries_by_an_implicit_using() =>
        Repository.Files.Single(file => file.Path == "src/Saima.Engine/Saima.Engine.csproj").Text.ShouldContain("""<Using Remove="System.Linq" />""");

    [Theory]
    [InlineData("using System.Runtime.Intrinsics.X86;")]
    [InlineData("class A { void B() => Unsafe.As<int>(null); }")]
    [InlineData("class A { unsafe void B() { } }")]
    [InlineData("class A { Vector512<float> B; }")]
    [InlineData("class A { object B = System.Runtime.InteropServices.MemoryMarshal.Cast<int, long>(c); }")]
    public void Kernel_code_elsewhere_is_found(string text)
    {
        KernelCode.Find(Verdict.At("src/Saima.Engine/Race/A.cs", text)).ShouldFind(1, "belongs in Kernels");
        KernelCode.Find(Verdict.At("src/Saima.Engine/Kernels/A.cs", text)).ShouldFindNothing();
    }

    [Theory]
    [InlineData("class A { void B() => image.Vector.Length.ToString(); }")]
    [InlineData("using System.Numerics.Tensors;")]
    public void Tensor_primitives_and_properties_are_no_kernel_code(string text) =>
        KernelCode.Find(Verdict.At("src/Saima.Engine/Race/A.cs", text)).ShouldFindNothing();

    [Theory]
    [InlineData("using System.Linq;")]
    [InlineData("using Microsoft.EntityFrameworkCore;")]
    [InlineData("using Microsoft.Extensions.Logging;")]
    [InlineData("class A { object B = list.Select(x => x); }")]
    [InlineData("class A { object B = from x in list select x; }")]
    [InlineData("class A { long B() => DateTime.UtcNow.Ticks; }")]
    [InlineData("class A(TimeProvider time);")]
    [InlineData("class A { object B = new HttpClient(); }")]
    [InlineData("class A { string B(string p) => File.ReadAllText(p); }")]
    [InlineData("class A { string B(string p) => System.IO.File.ReadAllText(p); }")]
    [InlineData("class A { FileStream? B; }")]
    public void What_is_not_the_engines_is_found(string text) =>
        EnginePurity.Find(Verdict.At("src/Saima.Engine/Race/A.cs", text)).Count().ShouldBe(1);

    [Theory]
    [InlineData("class A { Span<int> B() => rows.Slice(0, 3); }")]
    [InlineData("class A { void B(System.IO.Stream checkpoint) { } }")]
    [InlineData("class A { bool File { get; } }")]
    public void Spans_and_streams_are_the_engines(string text) =>
        EnginePurity.Find(Verdict.At("src/Saima.Engine/Race/A.cs", text)).ShouldFindNothing();

    [Fact]
    public void Other_storeys_may_query() =>
        EnginePurity.Find(Verdict.At("src/Saima.Market/A.cs", "using System.Linq;")).ShouldFindNothing();
}
