using System.Text.RegularExpressions;
using Saima.Engine.Records;
using Saima.Storefront.Views;

namespace Saima.Tests.Storefront;

public sealed class WhyTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Buyer_reads_why_in_words_without_a_number()
    {
        var html = await host.Browser().ReadAsync("/search?q=pallet+jack");
        var panels = Regex.Matches(html, "<div class=\"why-panel\">(.*?)</div>", RegexOptions.Singleline);
        panels.Count.ShouldBe(30);
        foreach (Match panel in panels)
        {
            var words = Regex.Replace(panel.Groups[1].Value, "<[^>]+>", "");
            words.ShouldNotContain(c => char.IsDigit(c));
            words.ShouldContain("Nobody paid for this place.");
        }
    }

    [Fact]
    public async Task Missing_words_are_named_on_the_page_and_in_the_panel()
    {
        var html = await host.Browser().ReadAsync("/search?q=pallet+jack+oak");
        html.ShouldContain("Some of those below lack: oak.");
        html.ShouldContain("lacks: oak.");
    }

    [Fact]
    public async Task Newcomers_place_is_marked()
    {
        var html = await host.Browser("zh").ReadAsync("/category/Furniture");
        html.ShouldContain("<p class=\"lane lane-newcomer\">新商扶持</p>");
    }

    [Fact]
    public async Task Numbers_stand_beside_the_words_for_those_whose_numbers_they_are()
    {
        var html = await host.Browser().ReadAsync("/how-we-rank");
        html.ShouldContain("<rect class=\"term-click\"");
        Regex.Matches(html, "<td class=\"number\">−\\d\\.\\d\\d</td>").Count.ShouldBe(4, "three stages and their sum");
    }

    [Fact]
    public void Bar_is_the_whole_score_without_gap_or_overlap()
    {
        var why = new WhyView
        {
            Lane = Lane.Merit,
            Terms = [new("match", -0.11, null, Comparison.Unknown), new("click", -2.2, 0.11, Comparison.Above), new("order", -1.6, 0.2, Comparison.Usual), new("capacity", 0, null, Comparison.Unknown)],
        };
        var pieces = new WhyPanel(why, WhyRole.Supplier).Pieces().ToList();
        pieces[0].X.ShouldBe(0);
        for (var i = 1; i < pieces.Count; i++)
            pieces[i].X.ShouldBe(pieces[i - 1].X + pieces[i - 1].Width);
        (pieces[^1].X + pieces[^1].Width).ShouldBe(WhyPanel.BarWidth);
    }

    [Fact]
    public void Bar_of_a_certain_deal_is_empty() =>
        new WhyPanel(new WhyView { Lane = Lane.Merit, Terms = [new("match", 0, null, Comparison.Unknown)] }, WhyRole.Operator).Pieces().Single().Width.ShouldBe(0);
}
