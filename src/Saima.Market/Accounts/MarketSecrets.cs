using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Accounts;

/// <summary>With which keys does this market sign decisions and hide visitors? Made once, kept in its database.</summary>
/// <remarks>Whoever reads the database reads them: they guard against callers, not against the operator. A class, so that nothing prints them.</remarks>
public sealed class MarketSecrets
{
    private const int Length = 32;

    private MarketSecrets(byte[] macKey, byte[] hashKey)
    {
        MacKey = macKey;
        HashKey = hashKey;
    }

    /// <summary>Signs the ids of allocations, 32 bytes.</summary>
    public byte[] MacKey { get; }

    /// <summary>Turns visits and buyers into the keyed hashes that records hold, 32 bytes.</summary>
    public byte[] HashKey { get; }

    public static Task<MarketSecrets> OpenAsync(MarketWriter writer, CancellationToken cancel = default) =>
        writer.WriteAsync(
            async market => new MarketSecrets(await FindOrMakeAsync(market, "mac", cancel), await FindOrMakeAsync(market, "hash", cancel)),
            cancel);

    private static async Task<byte[]> FindOrMakeAsync(MarketWrite market, string name, CancellationToken cancel)
    {
        var row = await market.Db.Secrets.AsNoTracking().SingleOrDefaultAsync(secret => secret.Name == name, cancel);
        if (row is not null)
            return row.Value;

        row = new SecretRow { Name = name, Value = RandomNumberGenerator.GetBytes(Length) };
        market.Db.Add(row);
        await market.SaveAsync(cancel);
        return row.Value;
    }
}
