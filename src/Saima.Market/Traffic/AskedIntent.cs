using System.Text.Json;
using Saima.Engine.Catalogue;
using Saima.Engine.Retrieval;

namespace Saima.Market.Traffic;

/// <summary>What was asked, as a record keeps it: readable without the program, and enough to race again.</summary>
/// <param name="Intent">The intent as the engine raced it.</param>
/// <param name="Relaxed">Terms of the query that not every match holds.</param>
public sealed record AskedIntent(Intent Intent, IReadOnlyList<string> Relaxed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>How the query was read: which words were corrected or translated, which synonyms were found too.</summary>
    public QueryReading Reading { get; init; } = QueryReading.AsTyped;

    /// <summary>The query with its corrected words in place; null if none was corrected.</summary>
    public string? Corrected() => Intent.Query is { } query && Reading.Corrections.Count > 0
        ? Reading.Corrections.Aggregate(query, (text, word) => text.Replace(word.From, word.To, StringComparison.Ordinal))
        : null;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static AskedIntent Read(string json) =>
        JsonSerializer.Deserialize<AskedIntent>(json, Json) ?? throw new InvalidDataException("a decision without its intent");

    /// <summary>True if both ask the same: what decides whether a page continues another.</summary>
    public static bool AskTheSame(Intent a, Intent b) =>
        new AskedIntent(a, []).Write() == new AskedIntent(b, []).Write();

    /// <summary>Which of the five kinds of intent it is, as the contract names them.</summary>
    public static string KindOf(Intent intent) => intent.Query is not null ? "keyword" : "category";

    /// <summary>The path of the category that leads or narrows, for a page's title; null if none does.</summary>
    public static string? CategoryPathOf(Intent intent, Snapshot snapshot) =>
        (intent.CategorySlot ?? intent.Filters.CategorySlot) is { } slot ? snapshot.FindCategory(slot)?.Path : null;
}
