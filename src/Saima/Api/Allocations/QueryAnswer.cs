using Saima.Engine.Explain;

namespace Saima.Api.Allocations;

/// <summary>What did the query ask of this product, and how were its words read?</summary>
public sealed record QueryAnswer
{
    /// <summary>Terms of the query that the product holds as it is listed now. Null if it is not for sale any more, if the query would be read otherwise today, and to a key that is bound to another supplier.</summary>
    public required IReadOnlyList<string>? Held { get; init; }

    /// <summary>Terms of the query that the product does not hold; null where <see cref="Held"/> is.</summary>
    public required IReadOnlyList<string>? Lacked { get; init; }

    /// <summary>Words that no product held, and what was searched instead.</summary>
    public required IReadOnlyList<CorrectedAnswer> Corrected { get; init; }

    /// <summary>Words that were read as another language, and what was searched for them.</summary>
    public required IReadOnlyList<TranslatedAnswer> Translated { get; init; }

    /// <summary>Terms that not every match holds: they were let go.</summary>
    public required IReadOnlyList<string> Relaxed { get; init; }

    /// <summary>An explanation as whoever may see the terms of the product sees it, or as everybody does.</summary>
    public static QueryAnswer Of(QueryExplanation query, bool withTerms) => new()
    {
        Held = withTerms ? query.Terms?.Held : null,
        Lacked = withTerms ? query.Terms?.Lacked : null,
        Corrected = [.. query.Corrections.Select(word => new CorrectedAnswer(word.From, word.To))],
        Translated = [.. query.Translations.Select(one => new TranslatedAnswer(one.From, one.To, one.Language))],
        Relaxed = query.Relaxed,
    };
}

/// <summary>A word of a query, and the one that was searched instead.</summary>
/// <param name="From">As it was typed.</param>
/// <param name="To">The term that was meant.</param>
public sealed record CorrectedAnswer(string From, string To);
