using System.Text.Json.Nodes;
using CsCheck;
using Saima.Demo;
using Saima.Import;
using Saima.Market;
using Saima.Market.Catalogue;
using Saima.Tests.Import;

namespace Saima.Tests.Demo;

public sealed class DemoMarketTests
{
    private static readonly DemoOptions Options = new(new DateOnly(2026, 11, 22));
    private static readonly DemoMarket Market = new(Options);
    private static readonly List<JsonObject> Sellers = [.. Market.Sellers()];
    private static readonly List<JsonObject> Products = [.. Market.Products()];

    private static string Bytes(DemoMarket market) =>
        string.Join('\n', market.Categories().Concat(market.Sellers()).Concat(market.Products()).Select(document => document.ToJsonString()));

    [Fact]
    public void Same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        Bytes(new DemoMarket(Options)).ShouldBe(Bytes(Market));
        Bytes(new DemoMarket(Options with { Seed = 2 })).ShouldNotBe(Bytes(Market));
    }

    [Fact]
    public void Three_hundred_suppliers_list_four_thousand_products_in_sixty_leaf_categories()
    {
        Sellers.Count.ShouldBe(300);
        Products.Count.ShouldBe(4_000);
        Market.Categories().Count(category => ((string)category["path"]!).Contains('>')).ShouldBe(60);
        Products.GroupBy(product => (string)product["category"]!).Count().ShouldBe(60);
    }

    [Fact]
    public void Ids_are_valid_and_never_twice()
    {
        var ids = Sellers.Concat(Products).Select(document => (string)document["id"]!).ToList();

        ids.ShouldAllBe(id => CallerId.IsValid(id));
        ids.ShouldBeUnique();
        Sellers.Select(seller => (string)seller["name"]!).ShouldBeUnique();
    }

    [Fact]
    public void Every_seller_has_a_product_and_every_product_its_seller_and_category()
    {
        var categories = Market.Categories().Select(category => (string)category["path"]!).ToHashSet();

        Products.Select(product => (string)product["sellerId"]!).ToHashSet().ShouldBe(Sellers.Select(seller => (string)seller["id"]!), ignoreOrder: true);
        Products.ShouldAllBe(product => categories.Contains((string)product["category"]!));
    }

    [Fact]
    public void Titles_are_short_whole_and_differ_within_a_supplier()
    {
        Products.ShouldAllBe(product => ((string)product["title"]!).Length > 10 && ((string)product["title"]!).Length <= 200);
        Products.ShouldAllBe(product => !product.ToJsonString().Contains("{}", StringComparison.Ordinal) && !((string)product["title"]!).Contains('{'));
        Products.GroupBy(product => (string)product["sellerId"]!)
            .ShouldAllBe(listings => listings.Select(product => (string)product["title"]!).Distinct(StringComparer.OrdinalIgnoreCase).Count() == listings.Count());
    }

    [Fact]
    public void No_word_stands_twice_in_a_row_in_a_title() =>
        Products.Select(product => (string)product["title"]!).ShouldAllBe(title => !title.Split(' ', StringSplitOptions.None)
            .Zip(title.Split(' ', StringSplitOptions.None).Skip(1), (one, next) => string.Equals(one, next, StringComparison.OrdinalIgnoreCase)).Any(twice => twice));

    [Fact]
    public void Documents_keep_the_contract()
    {
        Products.ShouldAllBe(product => product["price"] == null
            || ((decimal)product["price"]!["min"]! > 0 && (decimal)product["price"]!["min"]! <= (decimal)product["price"]!["max"]!));
        Products.ShouldAllBe(product => product["moq"] == null || (int)product["moq"]! >= 1);
        Products.ShouldAllBe(product => product["attributes"]!.AsObject().All(attribute => ((string)attribute.Value!).Length > 0 && ((string)attribute.Value!).Length <= DocumentLimits.AttributeText));
        Products.ShouldAllBe(product => product["keywords"]!.AsArray().Count >= 2);
        Products.ShouldAllBe(product => string.CompareOrdinal((string)product["listedAt"]!, "2026-11-22") < 0);
        Sellers.ShouldAllBe(seller => DocumentLimits.Kinds.Contains((string)seller["kind"]!) && DocumentLimits.Memberships.Contains((string)seller["membership"]!));
        Market.Categories().Select(category => CategoryPath.Canonical((string)category["path"]!, out _)).ShouldAllBe(path => path != null);
    }

    [Fact]
    public void Suppliers_are_mixed_as_in_the_trade()
    {
        var sizes = Products.GroupBy(product => (string)product["sellerId"]!).Select(listings => listings.Count()).Order().ToList();

        sizes[150].ShouldBe(7);
        sizes[^1].ShouldBeGreaterThan(100);
        Sellers.Count(seller => (string?)seller["country"] == "CN").ShouldBe(210);
        Sellers.Count(seller => seller["checks"]!.AsArray().Any(check => (string?)check!["what"] == "identity")).ShouldBeInRange(180, 240);
        Sellers.Count(seller => seller["checks"]!.AsArray().Any(check => (string?)check!["what"] == "siteAudit")).ShouldBeInRange(20, 90);
    }

    [Fact]
    public void Market_of_any_size_has_as_many_suppliers_and_products_as_were_asked_for() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 300], Gen.ULong).Sample(
            (sellers, more, seed) =>
            {
                var market = new DemoMarket(new DemoOptions(Options.AsOf, seed, sellers, sellers + more));
                return market.Sellers().Count() == sellers && market.Products().Count() == sellers + more;
            },
            iter: 50);

    [Fact]
    public async Task Market_takes_categories_then_sellers_then_products()
    {
        var market = new RememberingMarket();

        var answers = await new DemoMarket(Options with { Sellers = 5, Products = 20 }).PutAsync(market.PutAsync, TestContext.Current.CancellationToken);

        answers.Select(answer => answer.Accepted).ShouldBe([72, 5, 20]);
        market.Taken.Select(taken => taken.Kind).ShouldBeInOrder(SortDirection.Ascending);
        market.Of(DocumentKind.Category).First()["names"]!["zh"]!.ToString().ShouldNotBeEmpty();
    }
}
