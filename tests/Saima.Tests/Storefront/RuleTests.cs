using Microsoft.Extensions.DependencyInjection;
using Saima.Market.Policies;

namespace Saima.Tests.Storefront;

/// <summary>The page about the rule says what the rule in force does.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    // Its own market: another rule in force would change what other tests read.
    private readonly StorefrontHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("en", "Membership does not count in the score.", "the score is multiplied by what the supplier pays for membership", "× 1.6")]
    [InlineData("zh", "会员不加分。", "按会员等级和下面几项给得分乘系数", "× 1.6")]
    public async Task Rule_under_which_membership_counts_says_so(string language, string open, string classic, string factor)
    {
        var before = Browser.Decoded(await _host.Browser(language).ReadAsync("/how-we-rank"));
        before.ShouldContain(open);
        before.ShouldNotContain(factor);

        (await _host.Services.GetRequiredService<ActivatePolicy>().RunAsync("classic", 1, TestContext.Current.CancellationToken)).ShouldNotBeNull();
        await _host.BeatAsync();

        var after = Browser.Decoded(await _host.Browser(language).ReadAsync("/how-we-rank"));
        after.ShouldContain(classic);
        after.ShouldContain(factor);
        after.ShouldNotContain(open);
        after.ShouldContain("<rect class=\"term-multiplier\"", customMessage: "the worked example has the factor too");
    }
}
