using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Accounts;

/// <summary>A new key, or why there is none. Its text is here and nowhere else.</summary>
/// <remarks>A class and not a record: a record would print the secret into every log that it is written to.</remarks>
public sealed class IssuedKey
{
    internal IssuedKey(ApiKey? key, string? secret, IReadOnlyList<Refusal> refusals)
    {
        Key = key;
        Secret = secret;
        Refusals = refusals;
    }

    public ApiKey? Key { get; }

    /// <summary>What the bearer presents; to be shown once.</summary>
    public string? Secret { get; }

    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Without the secret.</summary>
    public override string ToString() => Key is null ? "no key" : $"key {Key.Id} ({Key.Label})";
}

/// <summary>Gives somebody a key.</summary>
public sealed class IssueKey(MarketWriter writer, FindKey keys, TimeProvider clock)
{
    /// <summary>The shortest key that an operator may choose himself.</summary>
    public const int MinChosenLength = 16;

    private const int MaxChosenLength = 200;
    private const int MaxLabelLength = 100;

    /// <summary>A key of 256 random bits.</summary>
    /// <param name="sellerId">Binds the key to this supplier, who has to be there; null = the operator's.</param>
    public async Task<IssuedKey> RunAsync(string label, ApiScopes scopes, string? sellerId = null, CancellationToken cancel = default)
    {
        var refusals = new RefusalList(0, null);
        if (PlainText.Clean(label, 1, MaxLabelLength, manyLines: false, out var labelFault) is null)
            refusals.Add("label", labelFault!);
        if (scopes == ApiScopes.None || (scopes & ~ApiScopes.All) != ApiScopes.None)
            refusals.Add("scopes", "must name at least one scope");
        if (sellerId is not null && scopes.HasFlag(ApiScopes.Admin))
            refusals.Add("scopes", "must not hold admin when the key is bound to a supplier");

        var secret = KeyHash.NewSecret();
        var key = refusals.Count > 0 ? null : await KeepAsync(secret, label, scopes, sellerId, refusals, cancel);
        return key is null ? new IssuedKey(null, null, refusals.Refusals) : new IssuedKey(key, secret, []);
    }

    /// <summary>Takes a key of the operator's own choice (<c>--admin-key</c>), with all scopes; one that is there already stays as it is.</summary>
    public async Task<IssuedKey> AdoptAsync(string label, string secret, CancellationToken cancel = default)
    {
        var refusals = new RefusalList(0, null);
        if (secret.Length is < MinChosenLength or > MaxChosenLength)
            refusals.Add("key", $"must be {MinChosenLength} to {MaxChosenLength} characters");

        var key = refusals.Count > 0 ? null : await KeepAsync(secret, label, ApiScopes.All, null, refusals, cancel);
        return key is null ? new IssuedKey(null, null, refusals.Refusals) : new IssuedKey(key, secret, []);
    }

    private async Task<ApiKey?> KeepAsync(
        string secret, string label, ApiScopes scopes, string? sellerId, RefusalList refusals, CancellationToken cancel)
    {
        var hash = KeyHash.Of(secret);
        var key = await writer.WriteAsync(async market =>
        {
            if (sellerId is not null && !await market.Db.Sellers.AnyAsync(row => row.Id == sellerId && row.DeletedSequence == null, cancel))
            {
                refusals.Add("sellerId", $"names no supplier of this market: {sellerId}");
                return null;
            }

            var row = await market.Db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(known => known.Hash == hash, cancel);
            if (row is { RevokedAtMicros: not null })
            {
                refusals.Add("key", "was revoked: choose another");
                return null;
            }

            if (row is null)
            {
                row = new ApiKeyRow { Hash = hash, Label = label, Scopes = scopes, SellerId = sellerId, CreatedAtMicros = UnixMicros.From(clock.GetUtcNow()) };
                market.Db.Add(row);
                await market.SaveAsync(cancel);
            }

            return new ApiKey(row.Id, row.Label, row.Scopes, row.SellerId);
        }, cancel);
        keys.Forget();
        return key;
    }
}
