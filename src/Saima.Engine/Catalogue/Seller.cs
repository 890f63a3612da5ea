namespace Saima.Engine.Catalogue;

/// <summary>How a supplier makes what it sells, as it declares itself.</summary>
public enum SellerKind { Unknown, Factory, Integrated, Trader, Individual }

/// <summary>What a supplier pays the platform for. Never a feature of the race; only a published multiplier of a rule may read it.</summary>
public enum Membership { None, Basic, Verified }

/// <summary>One dated fact that somebody checked about a supplier: what, by whom, when, and until when it holds.</summary>
/// <param name="What">The fact's name, such as <c>identity</c>, <c>licence</c> or <c>siteAudit</c>.</param>
/// <param name="By">Who checked, or null if not said.</param>
/// <param name="On">The day of the check.</param>
/// <param name="Until">The last day on which it holds; null = without end.</param>
public sealed record SellerCheck(string What, string? By, DateOnly On, DateOnly? Until)
{
    /// <summary>True if the check was made by that day and holds on it.</summary>
    public bool HoldsOn(DateOnly day) => On <= day && (Until is null || day <= Until);
}

/// <summary>Who sells: the facts of one supplier that the race, the filters and the rules may read.</summary>
public sealed record Seller
{
    /// <summary>Stable number of this supplier in every model and counter, ≥ 0; never reused.</summary>
    public required int Slot { get; init; }

    /// <summary>The caller's id: 1–64 of <c>A–Z a–z 0–9 . _ : -</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case; empty if unknown.</summary>
    public string Country { get; init; } = "";

    public SellerKind Kind { get; init; }

    public Membership Membership { get; init; }

    /// <summary>The day on which the supplier joined the market; null if unknown.</summary>
    public DateOnly? JoinedOn { get; init; }

    public IReadOnlyList<SellerCheck> Checks { get; init; } = [];

    public IReadOnlyList<string> Certificates { get; init; } = [];

    public int? Employees { get; init; }

    /// <summary>Inquiries that the supplier says it can answer in 24 h; null = not said.</summary>
    public int? InquiriesPerDayCapacity { get; init; }

    public string? LicenceNumber { get; init; }

    /// <summary>True if any check holds on <paramref name="day"/>: the supplier is who it says it is.</summary>
    public bool IsCheckedOn(DateOnly day)
    {
        foreach (var check in Checks)
        {
            if (check.HoldsOn(day))
                return true;
        }

        return false;
    }
}
