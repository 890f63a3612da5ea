using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

public sealed class TypeNamesTests
{
    [Fact]
    public void Types_say_what_they_are() => TypeNames.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("class BidManager;", "Manager")]
    [InlineData("record ProductInfo;", "Info")]
    [InlineData("class PageBase;", "Base")]
    [InlineData("enum StringUtils { }", "Utils")]
    [InlineData("interface ICommonRule;", "Common")]
    public void An_empty_word_is_found(string text, string word) =>
        TypeNames.Find(Verdict.At("src/Saima.Market/A.cs", text)).ShouldFind(1, $"\"{word}\"");

    [Theory]
    [InlineData("class DatabaseFile;")]
    [InlineData("class BaseCurrency;")]
    [InlineData("class InfoPage;")]
    public void A_word_inside_another_or_in_front_is_fine(string text) =>
        TypeNames.Find(Verdict.At("src/Saima.Market/A.cs", text)).ShouldFindNothing();
}
