using System.Text;
using Microsoft.EntityFrameworkCore;
using Saima.Market.Accounts;

namespace Saima.Market.Tests.Accounts;

public class KeyTests
{
    [Fact]
    public async Task An_issued_key_is_found_with_its_scopes_and_no_other_is()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (find, issue, _) = Keys(market);

        var issued = await issue.RunAsync("web shop", ApiScopes.Allocate | ApiScopes.EventsWrite);

        var found = (await find.RunAsync(issued.Secret!)).ShouldNotBeNull();
        found.ShouldBe(issued.Key);
        found.May(ApiScopes.Allocate).ShouldBeTrue();
        found.May(ApiScopes.Allocate | ApiScopes.Read).ShouldBeFalse();
        (await find.RunAsync(issued.Secret + "x")).ShouldBeNull();
        (await find.RunAsync("")).ShouldBeNull();
        (await find.RunAsync(new string('x', 10_000))).ShouldBeNull();
    }

    [Fact]
    public async Task Two_keys_are_never_the_same_and_hold_256_bits()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (_, issue, _) = Keys(market);

        var first = (await issue.RunAsync("a", ApiScopes.Read)).Secret!;
        var second = (await issue.RunAsync("b", ApiScopes.Read)).Secret!;

        first.ShouldNotBe(second);
        first.ShouldMatch("^saima_[A-Za-z0-9_-]{43}$");
    }

    [Fact]
    public async Task The_file_never_holds_a_key()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (_, issue, _) = Keys(market);
        var issued = await issue.RunAsync("a", ApiScopes.Read);

        foreach (var file in Directory.GetFiles(market.Folder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            (await reader.ReadToEndAsync()).Contains(issued.Secret!, StringComparison.Ordinal).ShouldBeFalse();
        }

        issued.ToString()!.ShouldNotContain(issued.Secret!);
    }

    [Fact]
    public async Task A_revoked_key_is_unknown_at_once()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (find, issue, revoke) = Keys(market);
        var issued = await issue.RunAsync("a", ApiScopes.Read);
        (await find.RunAsync(issued.Secret!)).ShouldNotBeNull();

        (await revoke.RunAsync(issued.Key!.Id)).ShouldBeTrue();

        (await find.RunAsync(issued.Secret!)).ShouldBeNull();
        (await revoke.RunAsync(issued.Key.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_key_is_bound_only_to_a_supplier_that_is_there()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (find, issue, _) = Keys(market);
        await market.PutSellers(Some.Seller("s-1"));

        var bound = await issue.RunAsync("a", ApiScopes.CatalogueWrite, "s-1");
        var nobody = await issue.RunAsync("a", ApiScopes.CatalogueWrite, "s-9");

        (await find.RunAsync(bound.Secret!))!.SellerId.ShouldBe("s-1");
        nobody.Secret.ShouldBeNull();
        nobody.Refusals.ShouldHaveSingleItem().Field.ShouldBe("sellerId");
    }

    [Theory]
    [InlineData("", ApiScopes.Read, null, "label")]
    [InlineData("a", ApiScopes.None, null, "scopes")]
    [InlineData("a", (ApiScopes)64, null, "scopes")]
    [InlineData("a", ApiScopes.All, "s-1", "scopes")]
    public async Task A_key_that_makes_no_sense_is_refused(string label, ApiScopes scopes, string? sellerId, string field)
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (_, issue, _) = Keys(market);

        var refused = await issue.RunAsync(label, scopes, sellerId);

        refused.Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await market.AskAsync(db => db.ApiKeys.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_of_the_operators_choice_may_do_everything_and_is_kept_once()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var (find, issue, _) = Keys(market);

        await issue.AdoptAsync("command line", "correct-horse-battery");
        await issue.AdoptAsync("command line", "correct-horse-battery");

        (await find.RunAsync("correct-horse-battery"))!.May(ApiScopes.All).ShouldBeTrue();
        (await market.AskAsync(db => db.ApiKeys.CountAsync())).ShouldBe(1);
        (await issue.AdoptAsync("command line", "short")).Refusals.ShouldHaveSingleItem().Field.ShouldBe("key");
    }

    [Fact]
    public async Task The_markets_secrets_are_made_once_and_differ()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        var first = await MarketSecrets.OpenAsync(market.Writer);
        var second = await MarketSecrets.OpenAsync(market.Writer);

        first.MacKey.Length.ShouldBe(32);
        second.MacKey.ShouldBe(first.MacKey);
        second.HashKey.ShouldBe(first.HashKey);
        first.MacKey.ShouldNotBe(first.HashKey);
    }

    private static (FindKey Find, IssueKey Issue, RevokeKey Revoke) Keys(TemporaryMarket market)
    {
        var find = new FindKey(market.Contexts);
        return (find, new IssueKey(market.Writer, find, market.Clock), new RevokeKey(market.Writer, find, market.Clock));
    }
}
