using Saima.Engine.Catalogue;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Explain;

/// <summary>A query was asked and recorded; what did it ask of this product?</summary>
/// <remarks>
/// How the words were read is in the record. Which of them a product holds is not: it is looked up in what is for sale now, and is told
/// only if the query would still be read as it was. Otherwise the terms would be those of another question.
/// </remarks>
public static class ExplainQuery
{
    /// <summary>Explains a recorded query to a product.</summary>
    /// <param name="query">As it was typed, how it was read, and which of its terms were let go.</param>
    /// <param name="terms">Reads it again.</param>
    /// <param name="snapshot">What is for sale now.</param>
    /// <param name="productSlot">The product.</param>
    public static QueryExplanation Of(
        (string Typed, QueryReading Reading, IReadOnlyList<string> Relaxed) query, QueryTerms terms, Snapshot snapshot, int productSlot) =>
        new(HeldBy(query, terms, snapshot, productSlot), query.Reading.Corrections, query.Reading.Translations, query.Relaxed);

    private static HeldTerms? HeldBy((string Typed, QueryReading Reading, IReadOnlyList<string> Relaxed) query, QueryTerms terms, Snapshot snapshot, int productSlot)
    {
        var place = snapshot.PlaceOf(productSlot);
        if (place.IsNowhere)
            return null;
        terms.Read(query.Typed, snapshot);
        var now = terms.Tell();
        if (!AreSame(now.Corrections, query.Reading.Corrections) || !AreSame(now.Translations, query.Reading.Translations))
            return null;
        var (held, lacked) = (new List<string>(), new List<string>());
        for (var t = 0; t < terms.Count; t++)
        {
            var holds = snapshot.Segments[place.Segment].Postings.Find(terms.Ids[t]).ImpactAt(place.Row) > 0;
            (holds ? held : lacked).Add(terms.WordAt(t));
        }

        return new HeldTerms(held, lacked);
    }

    private static bool AreSame<T>(IReadOnlyList<T> some, IReadOnlyList<T> others)
        where T : IEquatable<T>
    {
        if (some.Count != others.Count)
            return false;
        for (var i = 0; i < some.Count; i++)
        {
            if (!some[i].Equals(others[i]))
                return false;
        }

        return true;
    }
}
