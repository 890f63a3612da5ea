using Saima.Engine.Race;

namespace Saima.Engine.Tests.Race;

public sealed class LanePlanTests
{
    private const double JustBelowOne = 1 - 1e-16;

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.06)]
    [InlineData(1.0 / 3)]
    [InlineData(0.5)]
    public void Every_slot_is_the_lanes_with_the_same_probability(double share)
    {
        const int Starts = 20_000;
        for (var slot = 1; slot <= 200; slot++)
        {
            var held = Enumerable.Range(0, Starts).Count(i => LanePlan.Holds(slot, share, (i + 0.5) / Starts));
            (held / (double)Starts).ShouldBe(share, 1.5 / Starts, $"slot {slot}");
        }
    }

    [Fact]
    public void Any_run_of_slots_has_its_share_to_within_one()
    {
        Gen.Select(Gen.Double[0, 0.5], Gen.Double[0, JustBelowOne], Gen.Int[1, 4000], Gen.Int[1, 200]).Sample((share, start, first, slots) =>
        {
            var held = Enumerable.Range(first, slots).Count(slot => LanePlan.Holds(slot, share, start));
            Math.Abs(held - slots * share).ShouldBeLessThan(1 + 1e-9);
        });
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(JustBelowOne)]
    public void No_share_is_no_slot_and_the_whole_share_is_every_slot(double start)
    {
        Enumerable.Range(1, 4000).ShouldAllBe(slot => !LanePlan.Holds(slot, 0, start));
        Enumerable.Range(1, 4000).ShouldAllBe(slot => LanePlan.Holds(slot, 1, start));
    }
}
