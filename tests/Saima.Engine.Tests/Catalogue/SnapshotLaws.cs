using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Race;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Catalogue;

public sealed class SnapshotLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void A_snapshot_is_what_the_batches_left_for_sale()
    {
        var (baseMerges, deltaMerges) = (0, 0);
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var state = new CatalogueState { SmallestBaseMerge = seed % 2 == 0 ? 20 : 2000 };
                using var plain = new PlainCatalogue();
                var before = Take(state, plain, Some.Market(seed, 60));
                for (var i = 0; i < 25; i++)
                {
                    var snapshot = Take(state, plain, Batches.Next(random, plain, i + 2));
                    ShouldBe(snapshot, plain);
                    snapshot.Sequence.ShouldBe(i + 2);
                    var merged = snapshot.Segments.Length < before.Segments.Length;
                    baseMerges += merged && snapshot.Segments[0] != before.Segments[0] ? 1 : 0;
                    deltaMerges += merged && snapshot.Segments[0] == before.Segments[0] ? 1 : 0;
                    before = snapshot;
                }
            },
            threads: 1,
            iter: 30);
        baseMerges.ShouldBeGreaterThan(10);
        deltaMerges.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_catalogue_that_begins_empty_or_becomes_so_is_one_all_the_same()
    {
        using var state = new CatalogueState { SmallestBaseMerge = 1 };
        using var plain = new PlainCatalogue();
        ShouldBe(Take(state, plain, new CatalogueBatch { Sequence = 1 }), plain);
        ShouldBe(Take(state, plain, Some.Market(1, 30)), plain);
        ShouldBe(Take(state, plain, new CatalogueBatch { Sequence = 2, RemovedProductSlots = [.. Enumerable.Range(0, 30)] }), plain);
        for (var i = 0; i < 12; i++)
            ShouldBe(Take(state, plain, new CatalogueBatch { Sequence = 3 + i, Products = [Some.Product(i % 3)] }), plain);
    }

    [Fact]
    public void An_older_snapshot_gives_the_same_page_to_the_byte_whatever_came_after()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var state = new CatalogueState { SmallestBaseMerge = 20 };
                using var plain = new PlainCatalogue();
                var learner = new Learner(new LearnerOptions());
                var kept = new List<(Snapshot Snapshot, Epoch Epoch, AllocationRequest Request, byte[] Page)>();
                var snapshot = Take(state, plain, Some.Market(seed, 60));
                for (var i = 0; i < 20; i++)
                {
                    var epoch = new Epoch(snapshot, learner, Some.Policy, Some.Day);
                    var request = Some.Request(Some.Intent(random), seed);
                    kept.Add((snapshot, epoch, request, RecordBytes.Pack(_allocator.Allocate(epoch, request))));
                    snapshot = Take(state, plain, Batches.Next(random, plain, i + 2));
                }

                foreach (var (old, epoch, request, page) in kept)
                {
                    RecordBytes.Pack(_allocator.Allocate(epoch, request)).ShouldBe(page);
                    RecordBytes.Pack(_allocator.Allocate(new Epoch(old, learner, Some.Policy, Some.Day), request)).ShouldBe(page);
                }
            },
            threads: 1,
            iter: 20);
    }

    [Fact]
    public void What_is_brought_twice_in_a_batch_is_as_it_was_brought_last_and_a_removal_does_not_undo_it()
    {
        using var state = new CatalogueState();
        state.Apply(Some.Market(1, 10));
        var last = Some.Product(3, "brass hose");
        var snapshot = state.Apply(new CatalogueBatch { Sequence = 2, Products = [Some.Product(3), last], RemovedProductSlots = [3] });
        SameProduct.Of(snapshot.FindProduct(3), last).ShouldBeTrue();
        snapshot.LiveProducts.ShouldBe(10);
    }

    private static Snapshot Take(CatalogueState state, PlainCatalogue plain, CatalogueBatch batch)
    {
        plain.Apply(batch);
        return state.Apply(batch);
    }

    private static void ShouldBe(Snapshot snapshot, PlainCatalogue plain)
    {
        snapshot.LiveProducts.ShouldBe(plain.Products.Count);
        snapshot.LiveProductsInAnyOrder().Select(p => p.Slot).Order().ShouldBe(plain.Products.Keys.Order());
        snapshot.Segments.Length.ShouldBeLessThanOrEqualTo(1 + CatalogueState.MostDeltas);
        snapshot.CategoryBySlot.ShouldBe(plain.Categories);
        for (var slot = -1; slot < Batches.Slots + 30; slot++)
        {
            SameProduct.Of(snapshot.FindProduct(slot), plain.Products.GetValueOrDefault(slot)).ShouldBeTrue();
            snapshot.FindProductId(slot).ShouldBe(plain.Products.GetValueOrDefault(slot)?.Id);
            snapshot.FindSeller(slot).ShouldBeSameAs(plain.Sellers.GetValueOrDefault(slot));
        }

        foreach (var product in plain.Products.Values)
        {
            var place = snapshot.PlaceOf(product.Slot);
            snapshot.Segments[place.Segment].ProductSlot[place.Row].ShouldBe(product.Slot);
            snapshot.Segments[place.Segment].SellerSlot[place.Row].ShouldBe(product.SellerSlot);
            snapshot.Dead[place.Segment][place.Row].ShouldBeFalse();
            snapshot.Locate(snapshot.Offsets[place.Segment] + place.Row).ShouldBe((place.Segment, place.Row));
        }

        TermsShouldBe(snapshot, plain.Holders());
        for (var category = 0; category < plain.Categories.Count; category++)
            Live(snapshot, s => RangeOf(s.RowsOfCategory(category))).ShouldBe(SlotsOf(plain, p => p.CategorySlot == category));
    }

    private static void TermsShouldBe(Snapshot snapshot, Dictionary<string, SortedSet<int>> holders)
    {
        var counted = 0;
        foreach (var (term, slots) in holders)
        {
            var id = snapshot.Terms.Find(term);
            Live(snapshot, s => RowsOf(s.Postings.Find(id))).ShouldBe(slots);
            counted += slots.Count;
        }

        // No row stands in the list of a term that it does not hold.
        Enumerable.Range(0, snapshot.Terms.Count).Sum(term => Live(snapshot, s => RowsOf(s.Postings.Find(term))).Count).ShouldBe(counted);
    }

    private static List<int> Live(Snapshot snapshot, Func<Segment, IEnumerable<int>> rows)
    {
        var slots = new List<int>();
        for (var s = 0; s < snapshot.Segments.Length; s++)
            slots.AddRange(rows(snapshot.Segments[s]).Where(row => !snapshot.Dead[s][row]).Select(row => snapshot.Segments[s].ProductSlot[row]));
        slots.Sort();
        return slots;
    }

    private static List<int> RowsOf(PostingList list)
    {
        var (rows, cursor) = (new List<int>(), new PostingCursor(list));
        while (cursor.Next())
        {
            list.ImpactAt(cursor.Row).ShouldBe(cursor.Impact);
            rows.Add(cursor.Row);
        }

        return rows;
    }

    private static IEnumerable<int> RangeOf((int Start, int End) range) => Enumerable.Range(range.Start, range.End - range.Start);

    private static List<int> SlotsOf(PlainCatalogue plain, Func<Product, bool> takes) => [.. plain.Products.Values.Where(takes).Select(p => p.Slot).Order()];
}
