namespace Saima.Market.Accounts;

/// <summary>One key, as it is stored: never the key itself.</summary>
public sealed class ApiKeyRow
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the key's text. A fast hash is enough: the key is 256 random bits, there is nothing to guess at.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>What the operator calls it.</summary>
    public required string Label { get; set; }

    public ApiScopes Scopes { get; set; }

    /// <summary>The supplier it is bound to; null = the operator's.</summary>
    public string? SellerId { get; set; }

    public long CreatedAtMicros { get; set; }

    public long? RevokedAtMicros { get; set; }
}
