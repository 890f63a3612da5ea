using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class LinksTests
{
    private static readonly RepositoryFile Target = new("docs/GLOSSARY.md", "# Words\n\n## The race (赛马)\n");

    [Fact]
    public void Every_link_leads_somewhere() => Links.Find(Repository.Files, ExistsOnDisk).ShouldFindNothing();

    [Theory]
    [InlineData("[x](docs/NOWHERE.md)", "not there")]
    [InlineData("![x](docs/picture.png)", "not there")]
    [InlineData("[x](docs/GLOSSARY.md#the-auction)", "no heading")]
    [InlineData("[x](#nothing)", "no heading")]
    public void A_broken_link_is_found(string text, string message) => Find("README.md", text).ShouldFind(1, message);

    [Theory]
    [InlineData("README.md", "[x](docs/GLOSSARY.md)")]
    [InlineData("README.md", "[x](./docs/GLOSSARY.md#the-race-赛马)")]
    [InlineData("docs/rooms/a.md", "[x](../GLOSSARY.md)")]
    [InlineData("README.md", "[x](https://example.test/a)")]
    [InlineData("README.md", "```\n[x](nowhere)\n```")]
    [InlineData("README.md", "`[x](nowhere)`")]
    public void A_good_link_is_fine(string path, string text) => Find(path, text).ShouldFindNothing();

    private static IEnumerable<Violation> Find(string path, string text)
    {
        RepositoryFile[] files = [Target, new(path, text)];
        return Links.Find(files, wanted => files.Any(file => file.Path == wanted));
    }

    private static bool ExistsOnDisk(string path) => Path.Exists(Path.Combine(Repository.Root, path));
}
