using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

public sealed class NamespacesTests
{
    [Fact]
    public void Namespaces_follow_folders() => Namespaces.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_file_in_the_wrong_folder_is_found() =>
        Namespaces.Find(Verdict.At("src/Saima.Engine/Race/A.cs", "namespace Saima.Engine.Learning;\nclass A;")).ShouldFind(1, "its folder says Saima.Engine.Race");

    [Fact]
    public void A_file_at_the_root_of_a_project_has_the_namespace_of_the_project() =>
        Namespaces.Find(Verdict.At("src/Saima.Engine/A.cs", "namespace Saima.Engine;\nclass A;")).ShouldFindNothing();
}
