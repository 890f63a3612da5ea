namespace Saima.Api.Allocations;

/// <summary>Whose visit is it? Only a keyed hash of the visit's id is kept.</summary>
public sealed record VisitBody
{
    /// <summary>The visit as the caller names it, 1–200 characters.</summary>
    public required string Id { get; init; }

    /// <summary>Taken and checked; this version neither keeps nor uses it.</summary>
    public string? BuyerId { get; init; }

    /// <summary>The caller vouches for the buyer. Taken and checked; this version neither keeps nor uses it.</summary>
    public bool BuyerConfirmed { get; init; }

    /// <summary>ISO 3166-1 alpha-2. Taken and checked; this version neither keeps nor uses it.</summary>
    public string? BuyerCountry { get; init; }

    /// <summary>Taken and checked; this version neither keeps nor uses it.</summary>
    public string? BuyerGrade { get; init; }

    /// <summary>Where the visit began. Taken and checked; this version neither keeps nor uses it.</summary>
    public string? Landing { get; init; }

    /// <summary>Where the visit came from. Taken and checked; this version neither keeps nor uses it.</summary>
    public string? Referrer { get; init; }
}
