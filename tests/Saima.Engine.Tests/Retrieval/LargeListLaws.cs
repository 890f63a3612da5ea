using Saima.Engine.Catalogue;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Retrieval;

public sealed class LargeListLaws : IDisposable
{
    private static readonly WordMarket OneSegment = new(1, 3000, deltas: 0);
    private static readonly WordMarket Several = new(2, 3000, deltas: 4);

    private readonly Matcher _matcher = new();
    private readonly Matches _matches = new();
    private readonly FacetCounts _facets = new();

    public void Dispose() => _matcher.Dispose();

    [Fact]
    public void The_market_has_lists_of_both_kinds_and_segments_with_dead_rows()
    {
        var postings = OneSegment.Snapshot.Segments[0].Postings;
        var kinds = Enumerable.Range(0, WordMarket.Words).Select(i => postings.Find(OneSegment.Snapshot.Terms.Find(WordMarket.Word(i))).Dense is not null).ToList();
        kinds.Count(isDense => isDense).ShouldBeInRange(4, WordMarket.Words - 3);
        Several.Snapshot.Segments.Length.ShouldBeGreaterThan(1);
        Several.Snapshot.Dead[0].Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Any_mixture_of_frequent_and_rare_words_matches_what_brute_force_finds()
    {
        var relaxed = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var market = seed % 2 == 0 ? OneSegment : Several;
                var query = WordMarket.Query(random, 1 + random.Next(9));
                var rule = new RetrievalRule { Share = 0.1 + 0.9 * random.NextDouble(), Enough = random.Next(200) };
                _matcher.Find(Some.Query(query), market.Snapshot, market.Checked, rule, _matches);
                Slots(market).ShouldBe(market.Holding(query.Split(' '), rule.Share, rule.Enough, _ => true), query);
                _matches.Relaxed.ShouldBe(query.Split(' ').Where(word => Slots(market).Exists(slot => !market.Holds(slot, word))), query);
                relaxed += _matches.Relaxed.Count > 0 && _matches.Count > 0 ? 1 : 0;
            },
            threads: 1,
            iter: 400);
        relaxed.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void A_match_is_the_idf_weighted_mean_of_its_impacts()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var query = WordMarket.Query(random, 1 + random.Next(4));
                _matcher.Find(Some.Query(query), Several.Snapshot, Several.Checked, new RetrievalRule { Share = 0.5, Enough = 48 }, _matches);
                for (var i = 0; i < _matches.Count; i += 1 + _matches.Count / 20)
                    _matches.Shares[i].ShouldBe(ShareOf(_matches.Rows[i]));
            },
            threads: 1,
            iter: 100);
    }

    [Fact]
    public void Facets_count_what_brute_force_counts_under_all_filters_but_their_own()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var market = seed % 2 == 0 ? OneSegment : Several;
                var intent = Some.Intent(random) with { Query = random.Next(4) == 0 ? null : WordMarket.Query(random, 1 + random.Next(3)) };
                intent = intent with { Filters = intent.Filters with { CategorySlot = random.Next(2) == 0 ? random.Next(9) : null } };
                var rule = new RetrievalRule { Share = 0.5, Enough = 1 };
                _matcher.Find(intent, market.Snapshot, market.Checked, rule, _matches, _facets);
                var filters = intent.Filters;
                for (var category = 0; category < 9; category++)
                {
                    _facets.ByCategory[category].ShouldBe(
                        Asked(market, intent, filters with { CategorySlot = null }).Count(product => product.CategorySlot == category));
                }

                var countries = Asked(market, intent, filters with { Countries = [] })
                    .GroupBy(product => market.Snapshot.FindSeller(product.SellerSlot)!.Country).ToDictionary(group => group.Key, group => group.Count());
                _facets.ByCountry().OrderBy(one => one.Key).ShouldBe(countries.OrderBy(one => one.Key));
                _facets.Checked.ShouldBe(Asked(market, intent, filters with { CheckedOnly = true }).Count());
            },
            threads: 1,
            iter: 150);
    }

    // What is relaxed or not is decided under all filters; a facet counts under the terms that were then asked for.
    private IEnumerable<Product> Asked(WordMarket market, Intent intent, Filters filters)
    {
        var words = market.Counted(intent.Query?.Split(' ') ?? []);
        var all = !_matches.Relaxed.Exists(words.Contains) && _matches.Count > 0;
        bool Takes(Product product) => Satisfies(market, product, filters);
        if (intent.Query is null)
            return market.Slots.Select(slot => market.Snapshot.FindProduct(slot)!).Where(product => Takes(product) && IsBelow(market, product, intent.CategorySlot));
        return market.Holding(words, 0.5, all ? 1 : int.MaxValue, Takes).Select(slot => market.Snapshot.FindProduct(slot)!)
            .Where(product => !all || words.All(word => market.Holds(product.Slot, word)));
    }

    private static bool Satisfies(WordMarket market, Product product, Filters filters)
    {
        var seller = market.Snapshot.FindSeller(product.SellerSlot)!;
        return (filters.CategorySlot is null || IsBelow(market, product, filters.CategorySlot))
            && (filters.MaxMoq is null || product.Moq <= filters.MaxMoq)
            && (filters.MaxPriceMicros is null || (product.Price?.MinMicros <= filters.MaxPriceMicros && product.Price.Currency == filters.Currency))
            && (filters.Countries.Count == 0 || filters.Countries.Contains(seller.Country))
            && (!filters.CheckedOnly || seller.IsCheckedOn(Some.Day));
    }

    private static bool IsBelow(WordMarket market, Product product, int? root)
    {
        var category = product.CategorySlot;
        while (category >= 0 && category != root)
            category = market.Snapshot.FindCategory(category)!.ParentSlot;
        return category == root;
    }

    private float ShareOf(int globalRow)
    {
        var (segment, row) = Several.Snapshot.Locate(globalRow);
        var (sum, whole) = (0f, 0f);
        for (var t = 0; t < _matcher.Terms.Count; t++)
        {
            if (!Several.Snapshot.Frequencies.MayHold(_matcher.Terms.Ids[t]))
                continue;
            whole += _matcher.Terms.Idfs[t];
            var impact = Several.Snapshot.Segments[segment].Postings.Find(_matcher.Terms.Ids[t]).ImpactAt(row);
            sum += _matcher.Terms.Idfs[t] * Engine.Text.Impact.Step * impact;
        }

        return sum / whole;
    }

    private List<int> Slots(WordMarket market) => [.. _matches.Rows.ToArray().Select(market.SlotAt).Order()];
}
