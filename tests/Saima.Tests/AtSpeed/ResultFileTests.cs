using Saima.Bench;
using Saima.Bench.Results;

namespace Saima.Tests.AtSpeed;

/// <summary>Does a run of one part leave what the others measured?</summary>
public sealed class ResultFileTests
{
    private static readonly DateOnly Yesterday = new(2026, 11, 21), Today = new(2026, 11, 22);

    [Fact]
    public void A_part_that_runs_again_replaces_its_figures_where_they_stand_and_keeps_the_others_with_their_day()
    {
        var earlier = new ResultFile("cpu", Yesterday, [Some("a", 1, "first"), Some("b", 1, "second"), Some("c", 1, "second"), Some("d", 1, "third")]);
        var merged = new ResultFile("cpu", Today, [Some("c", 2, "second"), Some("e", 2, "second")]).Over(earlier);

        merged.Date.ShouldBe(Today);
        merged.Figures.Select(figure => (figure.Name, figure.Value, figure.Date)).ShouldBe(
            [("a", 1, Yesterday), ("c", 2, null), ("e", 2, null), ("d", 1, Yesterday)]);
    }

    [Fact]
    public void Figures_from_before_parts_were_kept_are_replaced_by_name()
    {
        var earlier = new ResultFile("cpu", Today, [Some("a", 1, null), Some("b", 1, null)]);

        new ResultFile("cpu", Today, [Some("b", 2, "part"), Some("c", 2, "part")]).Over(earlier)
            .Figures.Select(figure => (figure.Name, figure.Value)).ShouldBe([("a", 1), ("b", 2), ("c", 2)]);
    }

    [Fact]
    public void Results_over_themselves_are_the_same()
    {
        var results = new ResultFile("cpu", Today, [Some("a", 1, "first"), Some("b", 1, "second"), Some("c", 1, "second")]);

        results.Over(results).Figures.ShouldBe(results.Figures);
    }

    [Fact]
    public void Results_of_two_processors_do_not_mix() =>
        Should.Throw<BenchFailure>(() => new ResultFile("cpu", Today, []).Over(new ResultFile("other", Today, []))).Message.ShouldContain("other");

    private static Figure Some(string name, double value, string? part) => Figure.Of(name, value, 0, "s", "") with { Part = part };
}
