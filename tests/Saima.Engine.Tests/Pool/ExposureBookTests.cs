using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Pool;
using Saima.Engine.Race;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Pool;

public sealed class ExposureBookTests
{
    [Fact]
    public void A_look_is_booked_once_for_its_product_and_once_for_its_supplier()
    {
        var book = new ExposureBook();
        book.Book(At(11, 1), Slot(3, 1), 1);
        book.Book(At(11, 1), Slot(3, 1), 0.5);
        book.Book(At(11, 1), Slot(4, 1), 0.25);
        (book.Given, book.ReceivedByProduct(3), book.ReceivedByProduct(4), book.ReceivedBySeller(1)).ShouldBe((3, 2, 1, 3));
        (book.Examined, book.ExaminedByProduct(3), book.ExaminedByProduct(4)).ShouldBe((1.75, 1.5, 0.25));
        (book.ReceivedByAllProducts(), book.ReceivedByAllSellers()).ShouldBe((3, 3));
    }

    [Fact]
    public void Who_was_never_shown_has_received_nothing()
    {
        var book = new ExposureBook();
        book.Book(At(11, 1), Slot(3, 1), 1);
        (book.ReceivedByProduct(100_000), book.ExaminedByProduct(2), book.ReceivedBySeller(0), book.LaneBySeller(100_000)).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void Only_the_newcomers_lane_counts_against_the_lanes_limit()
    {
        var book = new ExposureBook();
        book.Book(At(11, 1), Slot(3, 1, Lane.Merit), 1);
        book.Book(At(11, 1), Slot(3, 1, Lane.Ad), 1);
        book.LaneBySeller(1).ShouldBe(0);
        book.Book(At(11, 2), Slot(3, 1, Lane.Newcomer), 0.5);
        book.Book(At(11, 2), Slot(9, 2, Lane.Newcomer), 0.25);
        (book.LaneBySeller(1), book.LaneBySeller(2)).ShouldBe((0.5, 0.25));
        (book.GivenToNewcomers, book.ExaminedByNewcomers, book.ExaminedByProduct(3)).ShouldBe((2, 0.75, 2.5));
    }

    [Fact]
    public void A_new_month_starts_the_lane_anew_and_nothing_else()
    {
        var book = new ExposureBook();
        book.Book(At(11, 30, 23), Slot(3, 1, Lane.Newcomer), 0.5);
        book.Book(At(12, 1), Slot(4, 2, Lane.Newcomer), 0.25);
        (book.LaneBySeller(1), book.LaneBySeller(2)).ShouldBe((0, 0.25));
        (book.Given, book.ExaminedByNewcomers, book.ExaminedByProduct(3)).ShouldBe((2, 0.75, 0.5));

        // A look of last month that comes late counts in this one.
        book.Book(At(11, 30), Slot(3, 1, Lane.Newcomer), 0.5);
        (book.LaneBySeller(1), book.LaneBySeller(2)).ShouldBe((0.5, 0.25));
        book.Book(At(13, 1), Slot(4, 2, Lane.Newcomer), 1);
        (book.LaneBySeller(1), book.LaneBySeller(2)).ShouldBe((0, 1));
    }

    [Fact]
    public void The_first_look_of_a_month_in_any_lane_starts_it()
    {
        var book = new ExposureBook();
        book.Book(At(11, 30), Slot(3, 1, Lane.Newcomer), 0.5);
        book.Book(At(12, 1), Slot(4, 2, Lane.Merit), 1);
        book.LaneBySeller(1).ShouldBe(0);
    }

    [Fact]
    public void A_supplier_that_had_its_months_share_is_out_of_the_lane_until_the_next_month()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(new CatalogueBatch
        {
            Sequence = 1,
            Categories = [new Category(0, "Valves", -1)],
            Sellers = [Some.Seller(0)],
            Products = [.. Enumerable.Range(0, 20).Select(slot => Some.Product(slot))],
        });
        var policy = Some.Policy with { Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.5, PerSupplierPerMonth = 0.01 } };
        var learner = new Learner(new LearnerOptions());
        var lanes = new List<int>();
        using var allocator = new Allocator();
        for (var day = 0; day < 4; day++)
        {
            var record = allocator.Allocate(new Epoch(snapshot, learner, policy, Some.Day), Some.Request(Some.Query("valve"), day, 10));
            lanes.Add(record.Slots.Count(s => s.Lane == Lane.Newcomer));
            var at = At(11, 28) + day * 86_400_000_000;
            learner.Learn(new LearnerBatch(day + 1, at, [new ServedAllocation(day + 1, at, record)], []));
        }

        lanes[0].ShouldBeGreaterThan(0);
        lanes[1..3].ShouldBe([0, 0]);
        learner.Exposures.LaneBySeller(0).ShouldBe(0, "the fourth day is 1 December");
        allocator.Race(new Epoch(snapshot, learner, policy, Some.Day), Some.Request(Some.Query("valve"), 9, 10));
        allocator.Page.Slots.ShouldContain(s => s.Lane == Lane.Newcomer);
    }

    private static long At(int month, int day, int hour = 0) =>
        new DateTimeOffset(2026 + (month - 1) / 12, 1 + (month - 1) % 12, day, hour, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    private static SlotRecord Slot(int product, int seller, Lane lane = Lane.Merit) => new() { ProductSlot = product, SellerSlot = seller, Lane = lane };
}
