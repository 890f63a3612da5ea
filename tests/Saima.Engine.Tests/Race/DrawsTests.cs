using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Race;

public sealed class DrawsTests
{
    private const int Many = 100_000;

    // The 1 in 100,000 quantile of χ² with 63 degrees of freedom.
    private const double MostChiSquare = 124;

    private static readonly Intent Intent = new()
    {
        Query = "steel valve",
        CategorySlot = 1,
        Filters = new Filters { CategorySlot = 2, MaxPriceMicros = 3, Currency = "USD", MaxMoq = 4, Countries = ["CN", "DE"], CheckedOnly = true },
    };

    [Theory]
    [InlineData("numbers of one key")]
    [InlineData("one number of successive visits")]
    [InlineData("one number of successive seeds")]
    [InlineData("one number of successive pages")]
    public void Draws_are_uniform(string along)
    {
        var cells = new int[64];
        for (var i = 0; i < Many; i++)
        {
            var uniform = Along(along, i);
            uniform.ShouldBeInRange(double.Epsilon, 1 - 1e-16);
            cells[(int)(uniform * cells.Length)]++;
        }

        ChiSquare(cells, Many).ShouldBeLessThan(MostChiSquare);
    }

    [Theory]
    [InlineData("numbers of one key")]
    [InlineData("one number of successive visits")]
    [InlineData("one number of successive seeds")]
    [InlineData("one number of successive pages")]
    public void A_draw_says_nothing_about_the_next(string along)
    {
        var cells = new int[64];
        for (var i = 0; i < Many; i++)
            cells[(int)(Along(along, i) * 8) * 8 + (int)(Along(along, i + 1) * 8)]++;
        ChiSquare(cells, Many).ShouldBeLessThan(MostChiSquare);
    }

    [Fact]
    public void Draws_for_different_purposes_are_independent()
    {
        var purposes = Enum.GetValues<Draws.Purpose>();
        foreach (var (a, b) in purposes.SelectMany(a => purposes.Where(b => b > a).Select(b => (a, b))))
        {
            var cells = new int[64];
            for (var visit = 0; visit < Many / 5; visit++)
            {
                var chain = Draws.KeyOf(7, visit, Intent);
                cells[(int)(Draws.Uniform(Draws.KeyOf(chain, a, 1), 5) * 8) * 8 + (int)(Draws.Uniform(Draws.KeyOf(chain, b, 1), 5) * 8)]++;
            }

            ChiSquare(cells, Many / 5).ShouldBeLessThan(MostChiSquare, $"{a} and {b}");
        }
    }

    [Fact]
    public void Gumbel_noise_has_its_mean_and_variance()
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < Many; i++)
        {
            var noise = Draws.Gumbel(11, i);
            sum += noise;
            squares += noise * noise;
        }

        var mean = sum / Many;
        mean.ShouldBe(0.5772156649, 0.02);
        (squares / Many - mean * mean).ShouldBe(Math.PI * Math.PI / 6, 0.05);
    }

    [Fact]
    public void Every_word_of_a_request_decides_the_draws()
    {
        var keys = new List<ulong> { Draws.KeyOf(1, 1, Intent), Draws.KeyOf(2, 1, Intent), Draws.KeyOf(1, 2, Intent), Draws.KeyOf(1, -1, Intent) };
        keys.AddRange(new[]
        {
            Intent with { Query = "steel valves" }, Intent with { Query = "valve steel" }, Intent with { Query = null }, Intent with { CategorySlot = 9 },
            Intent with { CategorySlot = null }, With(f => f with { CategorySlot = 9 }), With(f => f with { CategorySlot = null }),
            With(f => f with { MaxPriceMicros = 9 }), With(f => f with { MaxPriceMicros = null }), With(f => f with { Currency = "CNY" }),
            With(f => f with { MaxMoq = 9 }), With(f => f with { MaxMoq = null }), With(f => f with { Countries = ["CN"] }), With(f => f with { Countries = ["DE", "CN"] }),
            With(f => f with { Countries = ["CND", "E"] }), With(f => f with { Countries = [] }), With(f => f with { CheckedOnly = false }),
        }.Select(intent => Draws.KeyOf(1, 1, intent)));
        keys.ShouldBeUnique();
        Draws.KeyOf(1, 1, Intent with { Filters = Intent.Filters with { Countries = ["CN", "DE"] } }).ShouldBe(keys[0]);
    }

    private static Intent With(Func<Filters, Filters> change) => Intent with { Filters = change(Intent.Filters) };

    private static double Along(string along, int i) => along switch
    {
        "numbers of one key" => Draws.Uniform(11, i),
        "one number of successive visits" => Draws.Uniform(Draws.KeyOf(Draws.KeyOf(7, i, Intent), Draws.Purpose.Merit, 1), 5),
        "one number of successive seeds" => Draws.Uniform(Draws.KeyOf(Draws.KeyOf((ulong)i, 7, Intent), Draws.Purpose.Merit, 1), 5),
        _ => Draws.Uniform(Draws.KeyOf(Draws.KeyOf(7, 7, Intent), Draws.Purpose.Merit, i), 5),
    };

    private static double ChiSquare(int[] cells, int draws)
    {
        var expected = draws / (double)cells.Length;
        return cells.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
