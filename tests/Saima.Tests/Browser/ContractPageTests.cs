namespace Saima.Tests.Browser;

/// <summary>The contract's page as a real browser takes it: its script runs under its policy of contents and asks no other host.</summary>
[Collection(Chromium.Room)]
public sealed class ContractPageTests(Chromium chromium, ServedTestMarket market) : IClassFixture<ServedTestMarket>
{
    [Fact]
    public async Task Contract_is_shown_without_help_from_another_host()
    {
        await using var visit = await chromium.NewVisitAsync(market.Address);
        var hosts = new List<string>();
        visit.Page.Request += (_, request) => hosts.Add(new Uri(request.Url).Host);
        (await visit.OpenAsync("/openapi")).ShouldBe(200);
        await visit.Page.GetByText("May the program be sent traffic?").First.WaitForAsync();
        await visit.Page.GetByText("Allocations").First.ClickAsync();
        await visit.Page.GetByText("Give a visit its page").First.WaitForAsync();

        // A library in the page's script tries whether it may compile code, is told no, and does without.
        (await visit.ViolationsAsync()).Distinct().ShouldBeSubsetOf(["script-src eval"]);
        visit.Complaints.ShouldBeEmpty();
        hosts.Where(host => host.Length > 0).Distinct().ShouldBe(["127.0.0.1"]);
    }
}
