using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Saima.Storefront;

/// <summary>What does the address of a results page ask for?</summary>
public sealed record SearchAsk
{
    /// <summary>The words typed; null or empty if a category leads.</summary>
    [FromQuery(Name = "q")]
    public string? Query { get; init; }

    /// <summary>Path of the category to which a search is narrowed.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>ISO 3166-1 alpha-2, any of these.</summary>
    [FromQuery(Name = "country")]
    public string[] Countries { get; init; } = [];

    [FromQuery(Name = "checked")]
    public bool CheckedOnly { get; init; }

    /// <summary>Highest acceptable lowest unit price, in the currency that the page names.</summary>
    [FromQuery(Name = "maxPrice")]
    public decimal? MaxPrice { get; init; }

    [FromQuery(Name = "maxMoq")]
    public int? MaxMoq { get; init; }

    /// <summary>Where the page begins; null = at the first place.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>Conditions beside the words, category aside.</summary>
    public int FilterCount =>
        Countries.Length + (CheckedOnly ? 1 : 0) + (MaxPrice is null ? 0 : 1) + (MaxMoq is null ? 0 : 1);

    /// <summary>The same words without any condition, from the first place on.</summary>
    public SearchAsk WithoutFilters() => new() { Query = Query };

    /// <summary>The address that asks for this on the page <paramref name="path"/>.</summary>
    public string LinkFrom(string path)
    {
        var query = new QueryBuilder();
        if (!string.IsNullOrEmpty(Query)) query.Add("q", Query);
        if (!string.IsNullOrEmpty(Category)) query.Add("category", Category);
        foreach (var country in Countries) query.Add("country", country);
        if (CheckedOnly) query.Add("checked", "true");
        if (MaxPrice is { } price) query.Add("maxPrice", FormattableString.Invariant($"{price}"));
        if (MaxMoq is { } moq) query.Add("maxMoq", FormattableString.Invariant($"{moq}"));
        if (Cursor is { } cursor) query.Add("cursor", cursor);
        return path + query.ToQueryString();
    }
}
