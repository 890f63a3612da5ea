namespace Saima.Api.Allocations;

/// <summary>Which products got which slots of the page, and by which rule?</summary>
public sealed record AllocationAnswer
{
    public required string AllocationId { get; init; }

    public required PolicyAnswer Policy { get; init; }

    public required SourceAnswer Source { get; init; }

    /// <summary>Products that satisfy the intent, after relaxation.</summary>
    public required int Matched { get; init; }

    /// <summary>Products that were scored: all of them.</summary>
    public required int Raced { get; init; }

    /// <summary>Terms of the query that not every match holds.</summary>
    public required IReadOnlyList<string> Relaxed { get; init; }

    /// <summary>The query as it was corrected; null if it was not.</summary>
    public string? Corrected { get; init; }

    /// <summary>Words of the query that were read as another language, and what was searched for them.</summary>
    public IReadOnlyList<TranslatedAnswer> Translated { get; init; } = [];

    /// <summary>Synonyms that were looked for as well.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Time of the race, microseconds; 0 for a page that was decided before.</summary>
    public required long TookMicros { get; init; }

    /// <summary>The catalogue's sequence that the race knew.</summary>
    public required long CatalogueThrough { get; init; }

    /// <summary>The log's sequence that the models had learned.</summary>
    public required long LearnedThrough { get; init; }

    public required IReadOnlyList<SlotAnswer> Slots { get; init; }

    /// <summary>Send it as <c>page.cursor</c> for the next page; null if there is none.</summary>
    public required string? Next { get; init; }
}

/// <summary>Words of a query in another language, and their meaning in English.</summary>
/// <param name="From">As they were typed.</param>
/// <param name="To">What was searched.</param>
/// <param name="Language">ISO 639-1.</param>
public sealed record TranslatedAnswer(string From, string To, string Language);
