using System.Text;
using Saima.Engine.Catalogue;
using Saima.Fuzz;

namespace Saima.Engine.Tests.Retrieval;

public sealed class BentQueryLaws
{
    [Fact]
    public void A_query_of_any_bytes_is_answered_the_same_each_time_by_live_rows_once_each_and_shares_up_to_1()
    {
        using var target = new QueryTarget();
        var mutations = new Mutations(Mutations.Shipped(), seed: 20261122);
        for (var i = 0; i < 4000; i++)
            target.Run(mutations.Next());
        target.Answered.ShouldBeGreaterThan(1000);
        target.Changed.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void What_the_target_looks_for_it_finds()
    {
        var snapshot = TradeShelf.Fill();
        var (live, gap) = (RowOf(snapshot, 9), snapshot.Segments[0].Rows);
        var dead = Enumerable.Range(0, gap).First(row => snapshot.Dead[0][row]);
        new Answer([live], [1f], "").FaultIn(snapshot).ShouldBeNull();
        new Answer([live, live], [1f, 1f], "").FaultIn(snapshot).ShouldBe("a row matched twice");
        new Answer([dead], [1f], "").FaultIn(snapshot).ShouldBe("a row matched that is not for sale");
        new Answer([snapshot.Rows], [1f], "").FaultIn(snapshot).ShouldBe("a row matched that is not for sale");
        new Answer([live], [0f], "").FaultIn(snapshot).ShouldBe("a share lies outside (0, 1]");
        new Answer([live], [1.01f], "").FaultIn(snapshot).ShouldBe("a share lies outside (0, 1]");
        new Answer([live], [1f], "a").IsSameAs(new Answer([live], [1f], "b")).ShouldBeFalse();
    }

    [Fact]
    public void Mutations_are_the_same_for_the_same_seed_and_never_longer_than_they_may_be()
    {
        byte[][] seeds = [Encoding.UTF8.GetBytes(new string('阀', 600)), [1]];
        var (one, same, other) = (new Mutations(seeds, 7), new Mutations(seeds, 7), new Mutations(seeds, 8));
        var differ = 0;
        for (var i = 0; i < 200; i++)
        {
            var input = one.Next();
            input.ShouldBe(same.Next());
            input.Length.ShouldBeLessThanOrEqualTo(Mutations.Longest);
            differ += input.AsSpan().SequenceEqual(other.Next()) ? 0 : 1;
        }

        differ.ShouldBeGreaterThan(100);
    }

    private static int RowOf(Snapshot snapshot, int slot)
    {
        var place = snapshot.PlaceOf(slot);
        return snapshot.Offsets[place.Segment] + place.Row;
    }
}
