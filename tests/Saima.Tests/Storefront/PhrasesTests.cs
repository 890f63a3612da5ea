using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Saima.Engine.Catalogue;
using Saima.Storefront;

namespace Saima.Tests.Storefront;

public sealed class PhrasesTests
{
    private readonly Phrases _say = new(new StringLocalizer<Words>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions { ResourcesPath = "Resources" }), NullLoggerFactory.Instance)));

    [Theory]
    [InlineData(68_000_000, 95_000_000, "USD", "$68–95")]
    [InlineData(68_000_000, 68_000_000, "CNY", "¥68")]
    [InlineData(850_000, 1_200_000, "USD", "$0.85–1.20")]
    [InlineData(3_500, 4_000, "USD", "$0.0035–0.004")]
    [InlineData(12_500_000, 12_500_000, "VND", "VND\u00a012.50")]
    [InlineData(1_180_000_000, 1_593_000_000, "EUR", "€1,180–1,593")]
    public void Price_is_said_with_its_currency_and_no_more_digits_than_it_has(long min, long max, string currency, string said)
    {
        Speak("en");
        _say.Price(new PriceBand(min, max, currency, "piece")).ShouldBe(said);
    }

    [Fact]
    public void Facts_are_said_as_the_trade_says_them()
    {
        Speak("zh");
        _say.Price(null).ShouldBe("面议");
        _say.Kind(SellerKind.Integrated).ShouldBe("工贸一体");
        _say.Unit("piece").ShouldBe("件");
        _say.Country("CN").ShouldBe("中国");
        _say.List(["a", "b"]).ShouldBe("a、b");
    }

    [Theory]
    [InlineData(SellerKind.Factory, "CN", "Factory · China")]
    [InlineData(SellerKind.Factory, "", "Factory")]
    [InlineData(SellerKind.Unknown, "PL", "Poland")]
    [InlineData(SellerKind.Unknown, "", "Kind and country not stated")]
    public void Supplier_is_said_as_far_as_it_is_known(SellerKind kind, string country, string said)
    {
        Speak("en");
        _say.Supplier(kind, country).ShouldBe(said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cn")]
    [InlineData("<b")]
    public void Country_that_is_none_is_not_stated(string code)
    {
        Speak("en");
        _say.Country(code).ShouldBe("Country not stated");
    }

    [Fact]
    public void Unknown_names_are_said_as_they_are()
    {
        Speak("en");
        _say.Unit("bundle").ShouldBe("bundle");
        _say.Check("warehouse").ShouldBe("warehouse");
        _say.Country("UY").ShouldBe("Uruguay");
    }

    [Fact]
    public void One_is_not_many()
    {
        Speak("en");
        _say.Count("Supplier.Products", 1).ShouldBe("1 product");
        _say.Count("Supplier.Products", 1200).ShouldBe("1,200 products");
    }

    private static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
