using Saima.Engine.Catalogue;
using Saima.Engine.Explain;
using Saima.Engine.Retrieval;
using Saima.Engine.Tests.Retrieval;

namespace Saima.Engine.Tests.Explain;

public sealed class QueryExplanationLaws : IDisposable
{
    private readonly Matcher _matcher = new();
    private readonly Matches _matches = new();
    private readonly QueryTerms _terms = new();

    public void Dispose()
    {
        _matcher.Dispose();
        _terms.Dispose();
    }

    [Fact]
    public void Held_and_lacked_are_all_terms_and_a_match_lacks_only_what_was_let_go()
    {
        var lacking = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var market = new SmallMarket(seed, 20 + random.Next(100));
                var query = Some.Phrase(random, 1 + random.Next(5)) + (random.Next(4) == 0 ? " Zirconia" : "");
                var asked = Ask(query, market.Snapshot, market.Checked);
                var words = Enumerable.Range(0, _matcher.Terms.Count).Select(_matcher.Terms.WordAt).ToList();
                var matched = _matches.Rows.ToArray().Select(market.SlotAt).ToHashSet();
                foreach (var product in market.Plain.Products.Values)
                {
                    var terms = ExplainQuery.Of(asked, _terms, market.Snapshot, product.Slot).Terms!;
                    terms.Held.ShouldBe(words.FindAll(market.Plain.TermsOf(product).Contains));
                    terms.Lacked.ShouldBe(words.Except(terms.Held));
                    if (matched.Contains(product.Slot))
                        terms.Lacked.ShouldBeSubsetOf(asked.Relaxed);
                    lacking += terms.Lacked.Count;
                }
            },
            threads: 1,
            iter: 40);
        lacking.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_was_done_to_a_query_is_told_as_it_was_recorded_and_its_terms_only_while_it_is_read_so()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(new CatalogueBatch
        {
            Sequence = 1,
            Categories = [new Category(0, "Industry", -1)],
            Sellers = [Some.Seller(0)],
            Products = [.. Enumerable.Range(0, 60).Select(slot => Some.Product(slot))],
        });
        var asked = Ask("stehl Kugelhahn", snapshot, [true]);

        var known = ExplainQuery.Of(asked, _terms, snapshot, productSlot: 7);
        known.Corrections.ShouldBe([new Correction("stehl", "steel")]);
        known.Translations.ShouldBe([new Translation("Kugelhahn", "ball valve", "de")]);
        known.Terms!.Held.ShouldBe(["steel", "ball", "valve"], ignoreOrder: true);
        known.Terms.Lacked.ShouldBeEmpty();

        var other = ExplainQuery.Of(asked with { Reading = QueryReading.AsTyped }, _terms, snapshot, productSlot: 7);
        other.Terms.ShouldBeNull();
        other.Corrections.ShouldBeEmpty();

        var gone = ExplainQuery.Of(asked, _terms, state.Apply(new CatalogueBatch { Sequence = 2, RemovedProductSlots = [7] }), productSlot: 7);
        gone.Terms.ShouldBeNull();
        gone.Corrections.ShouldBe(known.Corrections);
        gone.Translations.ShouldBe(known.Translations);
    }

    private (string Typed, QueryReading Reading, IReadOnlyList<string> Relaxed) Ask(string query, Snapshot snapshot, bool[] isChecked)
    {
        _matcher.Find(Some.Query(query), snapshot, isChecked, Some.Policy.Retrieval, _matches);
        return (query, _matcher.Terms.Tell(), [.. _matches.Relaxed]);
    }
}
