using System.Text.RegularExpressions;
using System.Xml.Linq;
using Saima.Engine.Catalogue;
using Saima.Engine.Records;
using Saima.Storefront.Views;

namespace Saima.Tests.Storefront;

public sealed partial class WordsTests
{
    private static readonly Dictionary<string, string> English = Read("Words.resx");
    private static readonly Dictionary<string, string> Chinese = Read("Words.zh.resx");

    [Fact]
    public void Both_languages_have_the_same_keys() => Chinese.Keys.Order().ShouldBe(English.Keys.Order());

    [Fact]
    public void Both_languages_say_the_same_numbers()
    {
        foreach (var (key, words) in English)
            Slots(Chinese[key]).ShouldBe(Slots(words), key);
    }

    [Fact]
    public void Chinese_is_set_with_its_own_punctuation()
    {
        foreach (var (key, words) in Chinese)
            Regex.IsMatch(words, "\\p{IsCJKUnifiedIdeographs}[,:;?!()]").ShouldBeFalse($"{key}: {words}");
    }

    [Fact]
    public void No_text_shouts_or_praises()
    {
        foreach (var (key, words) in English.Concat(Chinese))
            Regex.IsMatch(words, "[!！]|赋能|闭环|抓手|您好|best|leading|world-class", RegexOptions.IgnoreCase).ShouldBeFalse($"{key}: {words}");
    }

    [Fact]
    public void Every_word_that_a_page_asks_for_exists()
    {
        foreach (var page in SourceFiles.Pages())
        {
            foreach (Match asked in AskedKey().Matches(File.ReadAllText(page)))
                English.ShouldContainKey(asked.Groups[1].Value, Path.GetFileName(page));
        }
    }

    [Fact]
    public void Every_word_that_a_fact_may_need_exists()
    {
        var keys = Enum.GetNames<SellerKind>().Select(k => "Kind." + k)
            .Concat(Enum.GetNames<Lane>().SelectMany(l => new[] { "Lane." + l, "Why.Lane." + l }))
            .Concat(Enum.GetNames<Comparison>().Select(c => "Compared." + c))
            .Concat(from stage in new[] { "click", "inquiry", "order", "completed" } from c in Enum.GetNames<Comparison>() select $"Why.{stage}.{c}")
            .Concat(new[] { "match", "click", "inquiry", "order", "completed", "capacity", "multiplier" }.Select(t => "Term." + t))
            .Concat(new[] { "Results.AllRaced", "Supplier.Products" }.SelectMany(k => new[] { k + ".One", k + ".Many" }))
            .Concat(from key in new[] { "NotFound", "Refused" } from part in new[] { ".Title", ".Next" } select key + part)
            .Concat(typeof(InquiryForm).GetProperties().SelectMany(p => p.GetCustomAttributes(true)).OfType<System.ComponentModel.DataAnnotations.ValidationAttribute>().Select(a => a.ErrorMessage!));
        foreach (var key in keys)
            English.ShouldContainKey(key);
    }

    [Fact]
    public void No_page_has_words_of_its_own()
    {
        SourceFiles.Pages().ShouldNotBeEmpty();
        foreach (var page in SourceFiles.Pages())
            OwnWords(File.ReadAllText(page)).ShouldBeEmpty(Path.GetFileName(page));
    }

    [Theory]
    [InlineData("<p>Hello there</p>")]
    [InlineData("<p>@Model.Title of the day</p>")]
    [InlineData("<input aria-label=\"Search\">")]
    [InlineData("<p>你好</p>")]
    [InlineData("@if (Model.Is is { } n) {<p>Hello</p>}")]
    public void Own_words_of_a_page_are_noticed(string page) => OwnWords(page).ShouldNotBeEmpty();

    // What is left of a page without its code and its tags; and what its spoken attributes say.
    private static IEnumerable<string> OwnWords(string page)
    {
        page = Regex.Replace(page, "@\\*.*?\\*@", "", RegexOptions.Singleline);
        page = Regex.Replace(page, "^@\\{.*?^\\}", "", RegexOptions.Singleline | RegexOptions.Multiline);
        page = Regex.Replace(page, "^@(page|model|using|inject|addTagHelper).*$", "", RegexOptions.Multiline);
        var spoken = Regex.Matches(page, "(?:aria-label|placeholder|title|alt)=\"([^\"@][^\"]*)").Select(m => m.Groups[1].Value);
        page = CodeLine().Replace(page, "");
        page = Regex.Replace(page, "@if \\((?:[^(){}]|\\{ \\}|\\([^()]*\\))*\\) \\{|\\} else \\{", "");
        page = Expression().Replace(page, "");
        page = Regex.Replace(page, "<[^>]*>", " ");
        return spoken.Concat(Regex.Matches(page, "\\p{L}{2,}").Select(m => m.Value));
    }

    private static string[] Slots(string words) => [.. Regex.Matches(words, "\\{\\d[^}]*\\}").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string file) =>
        XElement.Load(Path.Combine(SourceFiles.Program, "Resources/Storefront", file)).Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex("L\\[\"([A-Za-z.]*[A-Za-z])\"[\\],]", RegexOptions.None, 1000)]
    private static partial Regex AskedKey();

    [GeneratedRegex("^\\s*(@?(if|foreach|for) \\(.*\\)|else|[{}])$", RegexOptions.Multiline, 1000)]
    private static partial Regex CodeLine();

    // An @ with its names, and whatever brackets follow, nested three deep.
    [GeneratedRegex("@[A-Za-z_.]*(?:(?:\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)|\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\])[A-Za-z_.]*)*", RegexOptions.None, 1000)]
    private static partial Regex Expression();
}
