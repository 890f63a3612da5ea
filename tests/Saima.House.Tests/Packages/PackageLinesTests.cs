using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Packages;

public sealed class PackageLinesTests
{
    private const string Good = """    <PackageVersion Include="Shouldly" Version="4.2.1" /> <!-- assertions that read as sentences -->""";

    [Fact]
    public void Every_package_is_pinned_with_a_reason_and_used() => PackageLines.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_package_without_a_reason_is_found() =>
        PackageLines.Find(Tree("""<PackageVersion Include="Shouldly" Version="4.2.1" />""", """<PackageReference Include="Shouldly" />""")).ShouldFind(1, "no reason");

    [Fact]
    public void A_package_that_nobody_uses_is_found() => PackageLines.Find(Tree(Good, "")).ShouldFind(1, "used by no project");

    [Fact]
    public void A_package_that_is_not_pinned_is_found() =>
        PackageLines.Find(Tree("", """<PackageReference Include="Shouldly" />""")).ShouldFind(1, "not pinned");

    [Fact]
    public void A_version_in_a_project_is_found() =>
        PackageLines.Find(Tree(Good, """<PackageReference Include="Shouldly" Version="4.0.0" />""")).ShouldFind(1, "only");

    [Fact]
    public void A_package_that_is_pinned_twice_is_found() =>
        PackageLines.Find(Tree(Good + "\n" + Good, """<PackageReference Include="Shouldly" />""")).ShouldFind(2, "twice");

    private static RepositoryFile[] Tree(string central, string project) =>
        [new("Directory.Packages.props", central + "\n"), new("src/Saima/Saima.csproj", project + "\n")];
}
