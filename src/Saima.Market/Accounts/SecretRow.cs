namespace Saima.Market.Accounts;

/// <summary>One of the market's own secrets, made once.</summary>
public sealed class SecretRow
{
    public required string Name { get; set; }

    public required byte[] Value { get; set; }
}
