using Saima.Engine.Catalogue;
using Saima.Engine.Race;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Catalogue;

/// <summary>Do two snapshots sell the same, find the same by every word, and give the same pages? However their rows lie.</summary>
/// <remarks>A propensity is a share of a sum over rows in their order: where rows lie otherwise, its last digits are others.</remarks>
internal static class SameCatalogue
{
    private const float LastDigits = 1e-3f;

    public static void ShouldBe(Snapshot snapshot, Snapshot other, int seed)
    {
        snapshot.Sequence.ShouldBe(other.Sequence);
        snapshot.LiveProducts.ShouldBe(other.LiveProducts);
        snapshot.CategoryBySlot.ShouldBe(other.CategoryBySlot);
        foreach (var product in other.LiveProductsInAnyOrder())
        {
            SameProduct.Of(snapshot.FindProduct(product.Slot), product).ShouldBeTrue();
            snapshot.FindSeller(product.SellerSlot).ShouldBe(other.FindSeller(product.SellerSlot));
        }

        Lists(snapshot).ShouldBe(Lists(other));
        PagesShouldBe(snapshot, other, seed);
    }

    /// <summary>Every word that something for sale holds: how often it is counted, and which products hold it with which impact.</summary>
    public static SortedDictionary<string, string> Lists(Snapshot snapshot)
    {
        var lists = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var term = 0; term < snapshot.Terms.Count; term++)
        {
            var held = new SortedDictionary<int, byte>();
            for (var s = 0; s < snapshot.Segments.Length; s++)
            {
                var cursor = new PostingCursor(snapshot.Segments[s].Postings.Find(term));
                while (cursor.Next())
                {
                    if (!snapshot.Dead[s][cursor.Row])
                        held.Add(snapshot.Segments[s].ProductSlot[cursor.Row], cursor.Impact);
                }
            }

            if (held.Count > 0)
                lists[snapshot.Terms.WordOf(term).ToString()] = $"{snapshot.Frequencies.CountOf(term)}: {string.Join(' ', held)}";
        }

        return lists;
    }

    private static void PagesShouldBe(Snapshot snapshot, Snapshot other, int seed)
    {
        var learner = Some.Experienced(seed, other, Some.Policy, pages: 10);
        var (epoch, otherEpoch) = (new Epoch(snapshot, learner, Some.Policy, Some.Day), new Epoch(other, learner, Some.Policy, Some.Day));
        using var allocator = new Allocator();
        var random = new Random(seed);
        for (var i = 0; i < 12; i++)
        {
            var request = Some.Request(Some.Intent(random), seed + i);
            var (page, otherPage) = (allocator.Allocate(epoch, request), allocator.Allocate(otherEpoch, request));
            if (LieAlike(snapshot, other))
                RecordBytes.Pack(page).ShouldBe(RecordBytes.Pack(otherPage));
            page.Slots.Select(slot => slot with { Propensity = 0 }).ShouldBe(otherPage.Slots.Select(slot => slot with { Propensity = 0 }));
            for (var position = 0; position < page.Slots.Length; position++)
                page.Slots[position].Propensity.ShouldBe(otherPage.Slots[position].Propensity, LastDigits);
        }
    }

    private static bool LieAlike(Snapshot snapshot, Snapshot other)
    {
        var alike = snapshot.Segments.Length == other.Segments.Length;
        for (var s = 0; alike && s < snapshot.Segments.Length; s++)
            alike = snapshot.Dead[s].Count == 0 && other.Dead[s].Count == 0 && snapshot.Segments[s].ProductSlot.AsSpan().SequenceEqual(other.Segments[s].ProductSlot);
        return alike;
    }
}
