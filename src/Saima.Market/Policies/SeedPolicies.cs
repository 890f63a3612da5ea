using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Policies;

/// <summary>Gives a market the rules that ship with the program, at its first start and after an update that brings new versions.</summary>
public sealed class SeedPolicies(MarketWriter writer, CurrentPolicy current, TimeProvider clock)
{
    /// <summary>Keeps those that are not there yet; puts <paramref name="firstName"/> in force only if no rule is. What is in force stays so.</summary>
    public async Task RunAsync(IReadOnlyList<PolicyText> shipped, string firstName, CancellationToken cancel = default)
    {
        await writer.WriteAsync(async market =>
        {
            foreach (var policy in shipped)
                await KeepAsync(market, policy, cancel);

            await PutFirstInForceAsync(market, firstName, cancel);
            return true;
        }, cancel);
        current.Forget();
    }

    private static async Task KeepAsync(MarketWrite market, PolicyText policy, CancellationToken cancel)
    {
        if (await market.Db.Policies.AnyAsync(row => row.Name == policy.Name && row.Version == policy.Version, cancel))
            return;

        market.Db.Add(new PolicyRow { Name = policy.Name, Version = policy.Version, Json = policy.Json });
        await market.SaveAsync(cancel);
    }

    private async Task PutFirstInForceAsync(MarketWrite market, string name, CancellationToken cancel)
    {
        if (await market.Db.Policies.AnyAsync(row => row.Activation != null, cancel))
            return;

        var first = await market.Db.Policies.AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Version).FirstAsync(cancel);
        await ActivatePolicy.ActivateAsync(market, first, UnixMicros.From(clock.GetUtcNow()), cancel);
    }
}
