namespace Saima.Bench.Queries;

/// <summary>What is the matter with a query?</summary>
public enum QueryKind
{
    /// <summary>Nothing: words of a title, which enough products hold together.</summary>
    Plain,

    /// <summary>One word has one or two wrong letters.</summary>
    Misspelt,

    /// <summary>Its words are known, and fewer than 48 products hold them together.</summary>
    Relaxed,

    /// <summary>Its words are those of another language, found in the trade dictionary.</summary>
    Translated,
}
