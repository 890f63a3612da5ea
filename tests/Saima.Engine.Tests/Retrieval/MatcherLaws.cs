using Saima.Engine.Catalogue;
using Saima.Engine.Explain;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;
using Saima.Engine.Tests.Text;

namespace Saima.Engine.Tests.Retrieval;

public sealed class MatcherLaws : IDisposable
{
    private readonly Matcher _matcher = new();
    private readonly Matches _matches = new();

    public void Dispose() => _matcher.Dispose();

    [Fact]
    public void A_category_has_all_that_lies_below_it_and_satisfies_the_filters()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var market = new SmallMarket(seed, random.Next(150));
                for (var i = 0; i < 10; i++)
                {
                    var intent = Some.Intent(random) with { Query = null, CategorySlot = random.Next(-1, 8) };
                    var expected = market.Plain.Products.Values.Where(p =>
                        intent.CategorySlot >= 0 && market.Plain.IsBelow(p.CategorySlot, intent.CategorySlot.Value) && market.Satisfies(p, intent.Filters));
                    Find(market, intent).ShouldBe(SlotsOf(expected));
                    _matches.Shares.ToArray().ShouldAllBe(share => share == 1);
                    _matches.Relaxed.ShouldBeEmpty();
                }
            },
            threads: 1,
            iter: 60);
    }

    [Fact]
    public void A_query_has_all_that_hold_enough_of_it_and_names_what_some_of_them_lack()
    {
        var relaxed = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var market = new SmallMarket(seed, 20 + random.Next(150));
                for (var i = 0; i < 10; i++)
                {
                    var intent = Some.Intent(random) with { Query = Some.Phrase(random, 1 + random.Next(6)) + (random.Next(4) == 0 ? " Zirconia" : "") };
                    var rule = new RetrievalRule { Share = 0.05 + 0.95 * random.NextDouble(), Enough = random.Next(60) };
                    var found = Find(market, intent, rule);
                    var terms = Enumerable.Range(0, _matcher.Terms.Count).Select(_matcher.Terms.WordAt).ToList();
                    var holding = found.ConvertAll(slot => market.Plain.TermsOf(market.Plain.Products[slot]));
                    _matches.Relaxed.ShouldBe(terms.Where(term => holding.Exists(held => !held.Contains(term))));
                    found.ShouldBe(SlotsOf(market.Holding(terms, rule, intent.Filters)));
                    relaxed += _matches.Relaxed.Count;
                }
            },
            threads: 1,
            iter: 60);
        relaxed.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void All_terms_are_required_if_that_gives_enough_and_one_too_few_lets_terms_go()
    {
        using var market = new SmallMarket(3, 150);
        var whole = market.Plain.Products.Values.Count(p => market.Plain.TermsOf(p).IsSupersetOf(["steel", "valve"]));
        whole.ShouldBeGreaterThan(5);
        var intent = Some.Query("steel valve");
        Find(market, intent, new RetrievalRule { Share = 1e-6, Enough = whole }).Count.ShouldBe(whole);
        _matches.Relaxed.ShouldBeEmpty();
        Find(market, intent, new RetrievalRule { Share = 1e-6, Enough = whole + 1 }).Count.ShouldBeGreaterThan(whole);
        _matches.Relaxed.ShouldBe(["steel", "valve"]);

        // Nothing is enough of nothing: a query that no product holds whole is relaxed even if none are asked for.
        Find(market, Some.Query("steel Zirconia"), new RetrievalRule { Share = 1e-6, Enough = 0 }).ShouldNotBeEmpty();
        _matches.Relaxed.ShouldBe(["zirconia"]);
    }

    [Fact]
    public void A_product_that_holds_exactly_the_share_matches_and_one_a_hair_below_does_not()
    {
        using var market = new SmallMarket(3, 150);
        var query = Some.Query("steel kit");
        var rule = new RetrievalRule { Share = 1e-6, Enough = int.MaxValue };
        Find(market, query, rule);
        _matcher.Terms.Idfs[0].ShouldBeLessThan(_matcher.Terms.Idfs[1]);
        var share = (double)_matcher.Terms.Idfs[0] / _matcher.Terms.IdfSum;
        bool HoldsSteelAlone(int slot) => market.Plain.TermsOf(market.Plain.Products[slot]) is var held && held.Contains("steel") && !held.Contains("kit");
        Find(market, query, rule with { Share = share }).Exists(HoldsSteelAlone).ShouldBeTrue();
        Find(market, query, rule with { Share = share * 1.000_001 }).Exists(HoldsSteelAlone).ShouldBeFalse();
        Find(market, query, rule with { Share = 1 }).Exists(HoldsSteelAlone).ShouldBeFalse();
        _matches.Relaxed.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_no_product_holds_keeps_none_out_and_is_named()
    {
        using var market = new SmallMarket(3, 150);
        var without = Find(market, Some.Query("steel valve"));
        var shares = _matches.Shares.ToArray();
        Find(market, Some.Query("steel Zirconia valve")).ShouldBe(without);
        _matches.Shares.ToArray().ShouldBe(shares);
        _matches.Relaxed.ShouldContain("zirconia");
    }

    [Fact]
    public void Words_that_no_product_ever_held_match_nothing_by_themselves()
    {
        using var market = new SmallMarket(3, 150);
        Find(market, Some.Query("Zirconia Yttria"), new RetrievalRule { Share = 1e-6, Enough = 0 }).ShouldBeEmpty();
        _matcher.Terms.Ids.ToArray().ShouldBe([-1, -1]);
        _matches.Relaxed.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_said_twice_is_said_once()
    {
        using var market = new SmallMarket(3, 150);
        var once = Find(market, Some.Query("brass valve"));
        Find(market, Some.Query("brass valves VALVE brass valve")).ShouldBe(once);
        _matcher.Terms.Count.ShouldBe(2);
    }

    [Fact]
    public void The_first_64_words_of_a_long_query_count()
    {
        using var market = new SmallMarket(3, 150);
        Find(market, Some.Query("steel " + string.Join(' ', Enumerable.Range(0, 200).Select(i => $"w{i}"))));
        _matcher.Terms.Count.ShouldBe(QueryTerms.Most);
        _matcher.Terms.WordAt(63).ShouldBe("w62");
    }

    [Fact]
    public void Any_query_is_answered_and_with_what_brute_force_finds()
    {
        using var market = new SmallMarket(9, 30);
        var policy = Some.Policy with { Retrieval = new RetrievalRule { Share = 0.02, Enough = 5 } };
        using var twin = new SlowTwin([.. market.Plain.Products.Values], market.Snapshot, new Learner(new LearnerOptions()), policy, Some.Day);
        var answered = 0;
        AnyText.Gen.Sample(
            query =>
            {
                var found = Find(market, Some.Query(query), policy.Retrieval);
                found.ShouldBe([.. twin.Race(Some.Query(query)).Select(r => r.Product.Slot).Order()]);
                answered += found.Count > 0 ? 1 : 0;
            },
            threads: 1,
            iter: 400);
        answered.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_query_after_another_is_unaffected_by_it()
    {
        using var market = new SmallMarket(9, 120);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var (first, second) = (Some.Intent(new Random(seed)), Some.Intent(new Random(seed + 1)));
                Find(market, first);
                var found = Find(market, second);
                var shares = _matches.Shares.ToArray();
                using var fresh = new Matcher();
                var matches = new Matches();
                fresh.Find(second, market.Snapshot, market.Checked, Some.Policy.Retrieval, matches);
                matches.Rows.ToArray().Select(market.SlotAt).Order().ShouldBe(found);
                matches.Shares.ToArray().ShouldBe(shares);
                matches.Relaxed.ShouldBe(_matches.Relaxed);
            },
            threads: 1,
            iter: 200);
    }

    private List<int> Find(SmallMarket market, Intent intent, RetrievalRule? rule = null)
    {
        _matcher.Find(intent, market.Snapshot, market.Checked, rule ?? Some.Policy.Retrieval, _matches);
        var slots = _matches.Rows.ToArray().Select(market.SlotAt).Order().ToList();
        slots.ShouldBeUnique();
        return slots;
    }

    private static List<int> SlotsOf(IEnumerable<Product> products) => [.. products.Select(p => p.Slot).Order()];
}
