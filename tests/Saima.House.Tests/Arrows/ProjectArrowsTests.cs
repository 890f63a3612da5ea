using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

public sealed class ProjectArrowsTests
{
    private const string RefersToMarket = """<Project><ItemGroup><ProjectReference Include="../Saima.Market/Saima.Market.csproj" /></ItemGroup></Project>""";

    [Fact]
    public void Projects_refer_only_to_the_storeys_below() => ProjectArrows.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void An_engine_that_refers_to_the_market_is_found() =>
        ProjectArrows.Find(Verdict.At("src/Saima.Engine/Saima.Engine.csproj", RefersToMarket)).ShouldFind(0, "refers to Saima.Market");

    [Fact]
    public void House_tests_that_refer_to_a_project_are_found() =>
        ProjectArrows.Find(Verdict.At("tests/Saima.House.Tests/Saima.House.Tests.csproj", RefersToMarket)).ShouldFind(0, "refers to Saima.Market");

    [Fact]
    public void A_storey_that_nobody_placed_is_found() =>
        ProjectArrows.Find(Verdict.At("src/Saima.Attic/Saima.Attic.csproj", "<Project />")).ShouldFind(0, "without a line");

    [Fact]
    public void The_program_may_refer_to_the_market() =>
        ProjectArrows.Find(Verdict.At("src/Saima/Saima.csproj", RefersToMarket)).ShouldFindNothing();
}
