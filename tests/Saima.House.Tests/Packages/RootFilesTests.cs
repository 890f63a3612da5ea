using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Packages;

public sealed class RootFilesTests
{
    private static readonly RepositoryFile Solution = new("Saima.slnx", """<Solution><Project Path="src/Saima/Saima.csproj" /></Solution>""");

    private static readonly RepositoryFile Program = new("src/Saima/Saima.csproj", "<Project />");

    [Fact]
    public void The_root_holds_only_what_belongs_there() => RootFiles.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("notes.md")]
    [InlineData("scratch/a.txt")]
    public void A_stray_file_is_found(string path) => RootFiles.Find([Solution, Program, new(path, "")]).ShouldFind(0, "does not belong");

    [Fact]
    public void A_project_outside_the_solution_is_found() =>
        RootFiles.Find([Solution, Program, new("tests/A/A.csproj", "")]).ShouldFind(0, "in no solution");

    [Fact]
    public void A_project_that_is_gone_is_found() => RootFiles.Find([Solution]).ShouldFind(0, "not there");
}
