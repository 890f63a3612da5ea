using Saima.Bench.World;
using Saima.Demo;

namespace Saima.Bench.Queries;

/// <summary>What would visitors ask of this catalogue? Words of its titles, one to four, so that a wanted number of products match on average.</summary>
public sealed class MakeQueries
{
    /// <summary>From so many products on all words are required.</summary>
    private const double Enough = 48;

    /// <summary>So many are held together by every plain query: more than enough, for the estimate is rough.</summary>
    private const double EnoughForSure = 70;
    private const double Share = 0.6;
    private const int Queries = 2_000;
    private const int OddShare = 20; // one of twenty each is misspelt, relaxed, translated
    private const int CandidatesAQuery = 3;
    private const int MostTries = 60_000;
    private const ulong Seed = 7;

    private static readonly string[] NotAsked = ["for", "on", "up"]; // of titles, but too common in English to be searched
    private static readonly double[] LengthsUpTo = [0.15, 0.55, 0.85, 1]; // of one, two, three and four words

    private readonly CatalogueWorld _world;
    private readonly ForeignWords _foreign;
    private readonly SampleOfWords _sample;
    private readonly double _wantedMatches;
    private readonly DrawStream _draw = new(Seed, "queries");

    private MakeQueries(CatalogueWorld world, ForeignWords foreign, double wantedMatches)
    {
        (_world, _foreign, _wantedMatches) = (world, foreign, wantedMatches);
        _sample = new SampleOfWords(world);
    }

    /// <summary>Queries of all kinds, in a mix.</summary>
    /// <param name="world">Of whose titles.</param>
    /// <param name="foreign">Words of other languages; without any, nothing is translated.</param>
    /// <param name="wantedMatches">Mean of all plain queries.</param>
    public static QueryMix Of(CatalogueWorld world, ForeignWords foreign, double wantedMatches) => new MakeQueries(world, foreign, wantedMatches).Mix();

    private QueryMix Mix()
    {
        var candidates = Candidates(Queries * CandidatesAQuery, Plain).OrderBy(one => one.Matches).ToList();
        var plain = UpToMean(candidates, _wantedMatches);
        var most = plain.Count == 0 ? throw new BenchFailure("the catalogue is too small for queries") : plain[^1].Matches;
        var odd = Queries / OddShare;
        string[] misspelt = [.. _draw.Shuffled(plain).Select(TextOf).Where(text => Longest(text).Length >= Misspelling.Shortest).Take(odd)];
        List<WorldQuery> queries =
        [
            .. misspelt.Select(text => new WorldQuery(QueryKind.Misspelt, Misspell(text))),
            .. Candidates(odd, () => Relaxed(most)).Select(one => new WorldQuery(QueryKind.Relaxed, TextOf(one))),
            .. Candidates(odd, () => Translated(most)).Select(one => new WorldQuery(QueryKind.Translated, TextOf(one))),
        ];
        queries.AddRange(Evenly(plain, Queries - queries.Count).Select(one => new WorldQuery(QueryKind.Plain, TextOf(one))));
        return new QueryMix(_draw.Shuffled(queries), most);
    }

    private static string TextOf(Candidate candidate) => string.Join(' ', candidate.Words);

    // From the narrowest to the broadest in even steps: the few have the mean of the many.
    private static IEnumerable<Candidate> Evenly(List<Candidate> rising, int count) =>
        Enumerable.Range(0, Math.Min(count, rising.Count)).Select(turn => rising[(int)((turn + 0.5) * rising.Count / Math.Min(count, rising.Count))]);

    // As many as the mean allows, from the fewest matches up: what is left out are the broadest queries.
    private static List<Candidate> UpToMean(List<Candidate> rising, double wanted)
    {
        var (sum, taken) = (0.0, 0);
        while (taken < rising.Count && (sum += rising[taken].Matches) <= wanted * (taken + 1))
            taken++;
        return rising[..taken];
    }

    private static List<Candidate> Candidates(int count, Func<Candidate?> draw)
    {
        var drawn = new List<Candidate>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; drawn.Count < count && tries < MostTries; tries++)
        {
            if (draw() is { } one && seen.Add(TextOf(one)))
                drawn.Add(one);
        }

        return drawn;
    }

    private Candidate? Plain()
    {
        var words = WordsOfTitle(Length());
        var matches = _sample.HoldersOf(words);
        return matches >= EnoughForSure ? new Candidate(words, matches) : null;
    }

    // Words of two products, each word known well enough: together nobody has them.
    private Candidate? Relaxed(double most)
    {
        string[] words = [.. WordsOfTitle(2), .. WordsOfTitle(_draw.Between(1, 2))];
        if (words.Distinct(StringComparer.Ordinal).Count() < words.Length || words.Any(word => _sample.HoldersOf([word]) < Enough) || _sample.HoldersOf(words) > 0)
            return null;
        var matches = _sample.HoldersOfShare(words, Share);
        return matches > 0 && matches <= most ? new Candidate(words, matches) : null;
    }

    // One or two phrases of a title, in another language.
    private Candidate? Translated(double most)
    {
        if (_foreign.Languages.Count == 0)
            return null;
        var language = _draw.Pick(_foreign.Languages);
        var title = SampleOfWords.WordsOf(_world.At(_draw.Below(_world.Count)).Title).ToArray();
        var phrases = Enumerable.Range(0, title.Length).SelectMany(at => (string[])[title[at], at + 1 < title.Length ? $"{title[at]} {title[at + 1]}" : ""])
            .Where(language.ContainsKey).Distinct(StringComparer.Ordinal).ToList();
        if (phrases.Count == 0)
            return null;
        var chosen = _draw.Shuffled(phrases).Take(2).ToArray();
        var matches = _sample.HoldersOf([.. chosen.SelectMany(SampleOfWords.WordsOf)]);
        return matches >= EnoughForSure && matches <= most ? new Candidate([.. chosen.Select(phrase => _draw.Pick(language[phrase]))], matches) : null;
    }

    private string Misspell(string query)
    {
        var word = Longest(query);
        string slip;
        do
            slip = Misspelling.Of(word, _draw);
        while (_sample.Knows(slip));
        return string.Join(' ', query.Split(' ').Select(other => other == word ? slip : other));
    }

    // Nobody can tell whether a number is wrong.
    private static string Longest(string query) => query.Split(' ').MaxBy(word => word.Any(char.IsAsciiDigit) ? 0 : word.Length)!;

    private int Length()
    {
        var unit = _draw.Unit();
        return 1 + Array.FindIndex(LengthsUpTo, upTo => unit < upTo);
    }

    // Neighbours more often than not: a visitor writes "ball valve" and not "valve 10".
    private string[] WordsOfTitle(int count)
    {
        string[] title = [.. SampleOfWords.WordsOf(_world.At(_draw.Below(_world.Count)).Title).Except(NotAsked, StringComparer.Ordinal)];
        count = Math.Min(count, title.Length);
        var first = _draw.Below(title.Length - count + 1);
        return _draw.Chance(0.6)
            ? title[first..(first + count)]
            : [.. _draw.Shuffled(Enumerable.Range(0, title.Length)).Take(count).Order().Select(at => title[at])];
    }

    private sealed record Candidate(string[] Words, double Matches);
}
