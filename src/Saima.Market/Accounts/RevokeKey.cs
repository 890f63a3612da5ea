using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Accounts;

/// <summary>Takes a key back, at once and for good.</summary>
public sealed class RevokeKey(MarketWriter writer, FindKey keys, TimeProvider clock)
{
    /// <summary>True if the key was in use until now.</summary>
    public async Task<bool> RunAsync(int keyId, CancellationToken cancel = default)
    {
        var now = UnixMicros.From(clock.GetUtcNow());
        var revoked = await writer.WriteAsync(
            market => market.Db.ApiKeys.Where(row => row.Id == keyId && row.RevokedAtMicros == null)
                .ExecuteUpdateAsync(row => row.SetProperty(key => key.RevokedAtMicros, now), cancel),
            cancel);
        keys.Forget();
        return revoked > 0;
    }
}
