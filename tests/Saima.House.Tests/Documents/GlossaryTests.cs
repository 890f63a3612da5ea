using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class GlossaryTests
{
    [Fact]
    public void Every_idea_has_one_word() => Glossary.Find(Repository.Files.Single(file => file.Path == Glossary.Page)).ShouldFindNothing();

    [Fact]
    public void A_full_glossary_is_fine() => Find("").ShouldFindNothing();

    [Theory]
    [InlineData("| Term 7 | 新词 | twice |", "\"Term 7\" stands here twice")]
    [InlineData("| new term | 词 7 | twice |", "\"词 7\" stands here twice")]
    [InlineData("| new term | | no Chinese |", "needs English")]
    [InlineData("| new term | 新词 |", "needs English")]
    public void A_bad_row_is_found(string row, string message) => Find(row).ShouldFind(84, message);

    [Fact]
    public void A_thin_glossary_is_found() =>
        Glossary.Find(new RepositoryFile(Glossary.Page, "# Words\n| a | b | c |\n|---|---|---|\n| d | e | f |\n")).ShouldFind(0, "has 1 terms");

    private static IEnumerable<Violation> Find(string lastRow)
    {
        var rows = Enumerable.Range(1, Glossary.Least).Select(number => $"| Term {number} | 词 {number} | meaning |");
        return Glossary.Find(new RepositoryFile(Glossary.Page, $"# Words\n| English | 中文 | meaning |\n|---|---|---|\n{string.Join('\n', rows)}\n{lastRow}\n"));
    }
}
