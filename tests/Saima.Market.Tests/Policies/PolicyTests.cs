using Saima.Market.Policies;

namespace Saima.Market.Tests.Policies;

public class PolicyTests
{
    private static readonly PolicyText[] Shipped = [new("open", 1, """{"name":"open"}"""), new("classic", 1, """{"name":"classic"}""")];

    [Fact]
    public async Task A_new_market_has_the_first_shipped_rule_in_force()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var current = new CurrentPolicy(market.Contexts);
        await Should.ThrowAsync<InvalidOperationException>(async () => await current.ReadAsync());

        await Seed(market, current).RunAsync(Shipped, "open");

        var policy = await current.ReadAsync();
        policy.ShouldBe(Shipped[0] with { ActivatedAtMicros = UnixMicros.From(market.Clock.Now) });
        (await current.ListAsync()).Select(text => text.Name).ShouldBe(["classic", "open"]);
    }

    [Fact]
    public async Task Another_start_leaves_in_force_what_is()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var current = new CurrentPolicy(market.Contexts);
        await Seed(market, current).RunAsync(Shipped, "open");
        await Activate(market, current).RunAsync("classic", 1);

        await Seed(market, current).RunAsync([.. Shipped, new("open", 2, "{}")], "open");

        (await current.ReadAsync()).Name.ShouldBe("classic");
        (await current.FindAsync("open", 2)).ShouldNotBeNull().ActivatedAtMicros.ShouldBeNull();
    }

    [Fact]
    public async Task Activation_is_known_at_once_and_an_earlier_version_can_come_back()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var current = new CurrentPolicy(market.Contexts);
        await Seed(market, current).RunAsync(Shipped, "open");
        var activate = Activate(market, current);

        await activate.RunAsync("classic", 1);
        (await current.ReadAsync()).Name.ShouldBe("classic");
        await activate.RunAsync("open", 1);
        (await current.ReadAsync()).Name.ShouldBe("open");
        (await activate.RunAsync("open", 9)).ShouldBeNull();
    }

    [Fact]
    public async Task A_proposal_is_a_new_version_but_not_in_force_and_the_same_text_is_the_same_version()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var current = new CurrentPolicy(market.Contexts);
        await Seed(market, current).RunAsync(Shipped, "open");
        var propose = new ProposePolicy(market.Writer);

        var first = await propose.RunAsync("open", """{"theta":0.5}""");
        var again = await propose.RunAsync("open", """{"theta":0.5}""");

        first.Policy!.Version.ShouldBe(2);
        again.Policy!.Version.ShouldBe(2);
        (await current.ReadAsync()).Version.ShouldBe(1);
    }

    [Theory]
    [InlineData("a/b", "{}", "name")]
    [InlineData("open", "[]", "$")]
    [InlineData("open", "{", "$")]
    public async Task A_proposal_that_is_no_rule_is_refused(string name, string json, string field)
    {
        await using var market = await TemporaryMarket.OpenAsync();

        var refused = await new ProposePolicy(market.Writer).RunAsync(name, json);

        refused.Policy.ShouldBeNull();
        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    private static SeedPolicies Seed(TemporaryMarket market, CurrentPolicy current) => new(market.Writer, current, market.Clock);

    private static ActivatePolicy Activate(TemporaryMarket market, CurrentPolicy current) => new(market.Writer, current, market.Clock);
}
