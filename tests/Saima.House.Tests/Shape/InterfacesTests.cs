using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

public sealed class InterfacesTests
{
    private static readonly RepositoryFile Rule = new("src/Saima.Engine/Race/IRule.cs", "namespace Saima.Engine.Race;\npublic interface IRule<T>;");

    [Fact]
    public void Every_interface_has_two_types_behind_it() => Interfaces.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_pair_of_interface_and_class_is_found() =>
        Interfaces.Find([Rule, new("src/Saima.Engine/Race/Rule.cs", "class Rule : Race.IRule<int>;")]).ShouldFind(2, "IRule has 1 types behind it");

    [Fact]
    public void A_fake_in_the_tests_does_not_count() =>
        Interfaces.Find([Rule, new("src/Saima.Engine/Race/Rule.cs", "class Rule : IRule<int>;"), new("tests/Saima.Engine.Tests/Fake.cs", "class Fake : IRule<int>;")])
            .ShouldFind(2, "IRule has 1 types");

    [Fact]
    public void Two_types_are_enough() =>
        Interfaces.Find([Rule, new("src/Saima.Engine/Race/Rule.cs", "class Rule : IRule<int>;\nstruct Other : IRule<long>;")]).ShouldFindNothing();

    [Fact]
    public void Every_exception_is_still_in_the_tree_and_has_a_reason()
    {
        var source = string.Join('\n', Repository.Code.Select(file => file.Text));
        foreach (var (name, reason) in Interfaces.Excepted)
        {
            reason.Length.ShouldBeGreaterThan(10);
            source.ShouldContain($"interface {name}");
        }
    }
}
