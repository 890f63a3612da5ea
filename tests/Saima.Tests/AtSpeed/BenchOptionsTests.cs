using Saima.Bench;

namespace Saima.Tests.AtSpeed;

/// <summary>Is the size of the made-up catalogue what was typed?</summary>
public sealed class BenchOptionsTests
{
    [Fact]
    public void Catalogue_has_a_million_products_unless_another_number_is_given()
    {
        BenchOptions.Parse(["speed"], TimeProvider.System).Products.ShouldBe(1_000_000);
        BenchOptions.Parse(["speed", "--products", "20000"], TimeProvider.System).Products.ShouldBe(20_000);
    }

    [Theory]
    [InlineData("9999")]
    [InlineData("-20000")]
    [InlineData("many")]
    public void Number_that_leads_nowhere_is_refused_by_name(string products) =>
        Should.Throw<BenchFailure>(() => BenchOptions.Parse(["--products", products], TimeProvider.System)).Message.ShouldContain(products);
}
