using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

public sealed class ParametersTests
{
    [Fact]
    public void Types_ask_for_little() => Parameters.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("class A { A(int a, int b, int c, int d, int e, int f) { } }")]
    [InlineData("class A(int a, int b, int c, int d, int e, int f);")]
    [InlineData("record A { A(int a, int b, int c, int d, int e, int f) { } }")]
    public void Six_parameters_of_a_constructor_are_found(string text) =>
        Parameters.Find(Verdict.At("src/Saima.Market/A.cs", text)).ShouldFind(1, "A takes 6 parameters");

    [Fact]
    public void Eight_facts_of_a_record_are_found_and_seven_are_not()
    {
        Parameters.Find(Verdict.At("src/Saima.Market/A.cs", "record A(int B, int C, int D, int E, int F, int G, int H, int I);")).ShouldFind(1, "8 parameters");
        Parameters.Find(Verdict.At("src/Saima.Market/A.cs", "record A(int B, int C, int D, int E, int F, int G, int H);")).ShouldFindNothing();
    }

    [Fact]
    public void Three_type_parameters_are_found() =>
        Parameters.Find(Verdict.At("src/Saima.Market/A.cs", "class A<B, C, D>;")).ShouldFind(1, "3 type parameters");

    [Fact]
    public void Five_parameters_and_two_type_parameters_are_fine() =>
        Parameters.Find(Verdict.At("src/Saima.Market/A.cs", "class A<B, C>(int a, int b, int c, int d, int e);")).ShouldFindNothing();
}
