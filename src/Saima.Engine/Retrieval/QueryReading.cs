namespace Saima.Engine.Retrieval;

/// <summary>A word of a query that no product holds, and the one that was searched instead.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">The term that was meant.</param>
public sealed record Correction(string From, string To);

/// <summary>Words of a query in another language, and what was searched for them.</summary>
/// <param name="From">As they were typed.</param>
/// <param name="To">Their meaning in English.</param>
/// <param name="Language">The language in which they were read, ISO 639-1.</param>
public sealed record Translation(string From, string To, string Language);

/// <summary>How was a query read?</summary>
/// <param name="Corrections">Words that were taken for others.</param>
/// <param name="Translations">Words that were translated.</param>
/// <param name="Synonyms">Other English words for its words, under which products were found too.</param>
public sealed record QueryReading(IReadOnlyList<Correction> Corrections, IReadOnlyList<Translation> Translations, IReadOnlyList<string> Synonyms)
{
    /// <summary>As it was typed.</summary>
    public static QueryReading AsTyped { get; } = new([], [], []);
}
