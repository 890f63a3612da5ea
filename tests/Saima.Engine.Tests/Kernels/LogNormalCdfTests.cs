using Saima.Engine.Kernels;
using Saima.Engine.Learning;

namespace Saima.Engine.Tests.Kernels;

public sealed class LogNormalCdfTests
{
    [Fact]
    public void It_agrees_with_double_precision_where_scores_live()
    {
        for (var x = -8.0; x <= 8.0; x += 0.001)
            Math.Abs(LogNormalCdf.Of((float)x) - Normal.LogCdf((float)x)).ShouldBeLessThan(Math.Abs(x) <= 3 ? 1e-6 : 6e-6, $"x = {x}");
    }

    [Fact]
    public void Log_cdf_is_finite_and_rising_far_into_the_tail()
    {
        var before = double.NegativeInfinity;
        for (var x = -60.0; x <= 10; x += 0.01)
        {
            var here = Normal.LogCdf(x);
            here.ShouldBeGreaterThan(before);
            before = here;
        }
    }
}
