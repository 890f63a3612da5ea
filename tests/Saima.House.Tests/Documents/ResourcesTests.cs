using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class ResourcesTests
{
    [Fact]
    public void The_program_says_everything_in_both_languages() => Resources.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void The_same_keys_are_fine() => Find(("Go", "Go to {0}"), ("Go", "去 {0}")).ShouldFindNothing();

    [Fact]
    public void A_missing_key_is_found() =>
        Resources.Find([Resx("en", ("Go", "Go"), ("Stop", "Stop")), Resx("zh", ("Go", "去"))]).ShouldFind(0, "no text for Stop");

    [Fact]
    public void An_empty_text_is_found() => Find(("Go", "Go"), ("Go", " ")).ShouldFind(0, "no text for Go");

    [Fact]
    public void Other_gaps_are_found() => Find(("Go", "Go to {0}"), ("Go", "去")).Count().ShouldBe(2);

    [Fact]
    public void A_missing_language_is_found() => Resources.Find([Resx("en", ("Go", "Go"))]).ShouldFind(0, "is missing");

    [Theory]
    [InlineData("src/Saima/Storefront/Index.cshtml", "<p>搜索</p>")]
    [InlineData("src/Saima/Storefront/Index.cshtml.cs", "class A { string B = \"搜索\"; }")]
    public void Chinese_text_in_a_page_is_found(string path, string text) => Resources.Find(Verdict.At(path, text)).ShouldFind(1, "belongs in the resources");

    [Fact]
    public void The_name_and_the_switch_may_stand_in_a_page() =>
        Resources.Find(Verdict.At("src/Saima/Storefront/Layout.cshtml", "<b>Saima 赛马</b> <a>中文</a>")).ShouldFindNothing();

    private static IEnumerable<Violation> Find((string Key, string Text) english, (string Key, string Text) chinese) =>
        Resources.Find([Resx("en", english), Resx("zh", chinese)]);

    private static RepositoryFile Resx(string language, params (string Key, string Text)[] entries) => new(
        $"src/Saima/Resources/Texts.{language}.resx",
        $"<root>{string.Concat(entries.Select(entry => $"<data name=\"{entry.Key}\"><value>{entry.Text}</value></data>"))}</root>");
}
