using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

public sealed class ForbiddenTextTests
{
    [Fact]
    public void No_file_holds_words_without_a_place_in_it() => ForbiddenText.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("// TODO later")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("    #region Fields")]
    [InlineData("curl https://api.nuget.org/v3/index.json")]
    [InlineData("deb http://deb.debian.org/debian bookworm main")]
    [InlineData("This file is AI-generated.")]
    [InlineData("Co-Authored-By: somebody")]
    [InlineData("cd /work/wt/house")]
    public void A_word_without_a_place_is_found(string line) =>
        ForbiddenText.Find(Verdict.At("docs/a.md", $"first\n{line}\n")).ShouldFind(2, "\"");

    [Theory]
    [InlineData("a User-Agent header")]
    [InlineData("TODOS is a Spanish word")]
    [InlineData("visits from claude.ai are referrals")]
    [InlineData("a session of the buyer")]
    public void An_innocent_word_is_left_alone(string line) =>
        ForbiddenText.Find(Verdict.At("docs/a.md", line)).ShouldFindNothing();
}
