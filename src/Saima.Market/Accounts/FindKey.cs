using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Accounts;

/// <summary>Whose key is this? From memory until a key is issued or revoked in this process.</summary>
public sealed class FindKey
{
    private const int LongestKey = 200;

    private readonly IDbContextFactory<MarketDb> _contexts;
    private readonly Remembered<FrozenDictionary<long, Known[]>> _keys;

    public FindKey(IDbContextFactory<MarketDb> contexts)
    {
        _contexts = contexts;
        _keys = new Remembered<FrozenDictionary<long, Known[]>>(LoadAsync);
    }

    /// <summary>The key's holder; null if it is unknown or revoked.</summary>
    /// <remarks>
    /// Looked up by the start of its hash, which tells a caller with a clock nothing he could steer by; the whole hash is then
    /// compared in constant time.
    /// </remarks>
    public async ValueTask<ApiKey?> RunAsync(string presented, CancellationToken cancel = default)
    {
        if (presented.Length is 0 or > LongestKey)
            return null;

        var hash = KeyHash.Of(presented);
        var keys = await _keys.GetAsync(cancel);
        foreach (var known in keys.GetValueOrDefault(Start(hash), []))
        {
            if (CryptographicOperations.FixedTimeEquals(known.Hash, hash))
                return known.Key;
        }

        return null;
    }

    internal void Forget() => _keys.Forget();

    private static long Start(byte[] hash) => BinaryPrimitives.ReadInt64LittleEndian(hash);

    private async Task<FrozenDictionary<long, Known[]>> LoadAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.ApiKeys.AsNoTracking().Where(row => row.RevokedAtMicros == null).ToListAsync(cancel);
        return rows.Select(row => new Known(row.Hash, new ApiKey(row.Id, row.Label, row.Scopes, row.SellerId)))
            .GroupBy(known => Start(known.Hash))
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    private sealed record Known(byte[] Hash, ApiKey Key);
}
