using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Policies;

/// <summary>Puts one version of a rule in force; an earlier version comes back the same way.</summary>
public sealed class ActivatePolicy(MarketWriter writer, CurrentPolicy current, TimeProvider clock)
{
    /// <summary>The rule now in force, or null if there is no such version. Activating the one in force changes nothing.</summary>
    public async Task<PolicyText?> RunAsync(string name, int version, CancellationToken cancel = default)
    {
        var activated = await writer.WriteAsync(async market =>
        {
            var row = await market.Db.Policies.AsTracking().SingleOrDefaultAsync(policy => policy.Name == name && policy.Version == version, cancel);
            if (row is null)
                return null;

            await ActivateAsync(market, row, UnixMicros.From(clock.GetUtcNow()), cancel);
            return PolicyText.Of(row);
        }, cancel);
        current.Forget();
        return activated;
    }

    internal static async Task ActivateAsync(MarketWrite market, PolicyRow row, long nowMicros, CancellationToken cancel)
    {
        var latest = await market.Db.Policies.MaxAsync(policy => policy.Activation, cancel) ?? 0;
        if (row.Activation == latest)
            return;

        row.Activation = latest + 1;
        row.ActivatedAtMicros = nowMicros;
        market.Db.Update(row);
        await market.SaveAsync(cancel);
    }
}
