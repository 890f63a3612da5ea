using Saima.Engine.Text;

namespace Saima.Engine.Tests.Text;

public sealed class TextAnalyserTests : IDisposable
{
    private readonly TextAnalyser _analyser = new();

    public void Dispose() => _analyser.Dispose();

    [Theory]
    [InlineData("Ball Valves", "ball valve")]
    [InlineData("accessories boxes glass brass", "accessory boxe glass brass")]
    [InlineData("Café Ångström naïve", "cafe angstrom naive")]
    [InlineData("不锈钢球阀", "不锈 锈钢 钢球 球阀")]
    [InlineData("阀", "阀")]
    [InlineData("ボールバルブ", "ボー ール ルバ バル ルブ")]
    [InlineData("球阀 DN50 不锈钢", "球阀 dn50 不锈 锈钢")]
    [InlineData("ＤＮ５０ Ｖａｌｖｅｓ", "dn50 valve")]
    [InlineData("ﾊﾞﾙﾌﾞ", "バル ルブ")]
    [InlineData("304SS M3x10s 6205-2RS", "304ss m3x10s 6205 2rs")]
    [InlineData("Fisher's Fisher’s valve", "fisher fisher valve")]
    [InlineData("the valve of a pump and the hose", "valve pump hose")]
    [InlineData("1,000 pcs 2.5mm", "1,000 pc 2.5mm")]
    [InlineData("шаровые краны", "шаров кран")]
    [InlineData("", "")]
    [InlineData(" \t\n\0 ((( )))", "")]
    [InlineData("مضخة المياه", "مضخ ميا")]
    public void A_text_has_these_terms(string text, string terms) => string.Join(' ', Terms(text)).ShouldBe(terms);

    [Fact]
    public void A_token_of_64_characters_is_a_term_and_a_longer_one_is_left_out()
    {
        var longest = new string('x', TextAnalyser.LongestToken);
        Terms($"steel {longest} {longest}x valve").ShouldBe(["steel", longest, "valve"]);
    }

    [Fact]
    public void Any_text_is_read_the_same_twice_and_no_term_is_empty()
    {
        AnyText.Gen.Sample(
            text =>
            {
                var first = Terms(text);
                first.ShouldAllBe(term => term.Length > 0 && term.Length <= 4 * TextAnalyser.LongestToken);
                Terms(text).ShouldBe(first);
                using var fresh = new TextAnalyser();
                Terms(text, fresh).ShouldBe(first);
            },
            threads: 1,
            iter: 400);
    }

    [Fact]
    public void A_text_that_was_left_half_read_leaves_nothing_behind()
    {
        Gen.Select(AnyText.Gen, Gen.Int[0, 5]).Sample(
            (text, read) =>
            {
                _analyser.Start(text);
                for (var i = 0; i < read; i++)
                    _analyser.Next(out _);
                Terms("Brass ball 球阀门 valves").ShouldBe(["brass", "ball", "球阀", "阀门", "valve"]);
            },
            threads: 1,
            iter: 400);
    }

    [Fact]
    public void A_text_that_was_refused_leaves_nothing_behind()
    {
        Should.Throw<Exception>(() => Terms(null!));
        Terms("brass valves").ShouldBe(["brass", "valve"]);
        Should.Throw<Exception>(() => Terms(null!));
        Terms("brass valves").ShouldBe(["brass", "valve"]);
    }

    [Fact]
    public void After_the_end_there_is_nothing_more()
    {
        _analyser.Next(out _).ShouldBeFalse();
        Terms("valve").ShouldBe(["valve"]);
        _analyser.Next(out var term).ShouldBeFalse();
        term.Length.ShouldBe(0);
    }

    private List<string> Terms(string text) => Terms(text, _analyser);

    private static List<string> Terms(string text, TextAnalyser analyser)
    {
        var terms = new List<string>();
        analyser.Start(text);
        while (analyser.Next(out var term))
            terms.Add(term.ToString());
        return terms;
    }
}
