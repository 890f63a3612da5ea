using Saima.Bench.World;
using Saima.Engine.Catalogue;

namespace Saima.Tests.AtSpeed;

/// <summary>Is the made-up catalogue that speed is measured on what it says?</summary>
public sealed class WorldTests
{
    private static readonly CatalogueWorld World = new(new WorldOptions(20_000));

    [Fact]
    public void Same_seed_gives_the_same_catalogue_and_another_seed_another()
    {
        var again = new CatalogueWorld(new WorldOptions(20_000));
        var other = new CatalogueWorld(new WorldOptions(20_000, Seed: 2));

        Print(again).ShouldBe(Print(World));
        Print(other).ShouldNotBe(Print(World));
    }

    [Fact]
    public void Product_does_not_depend_on_which_was_made_before()
    {
        var later = TextOf(World.At(17));
        World.At(4_711);

        TextOf(World.At(17)).ShouldBe(later);
    }

    [Fact]
    public void Every_product_has_60_words_or_more() =>
        World.All().Min(product => TextOf(product).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length).ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void Suppliers_list_7_products_in_the_median_and_30_on_average(int products)
    {
        var sizes = WorldSeller.Sizes(new WorldOptions(products));
        Array.Sort(sizes);

        sizes.Sum().ShouldBe(products);
        sizes[0].ShouldBeGreaterThanOrEqualTo(1);
        sizes[sizes.Length / 2].ShouldBeInRange(6, 8);
        sizes.Average().ShouldBeInRange(29, 31);
    }

    [Fact]
    public void Categories_are_about_2000_leaves_of_skewed_sizes()
    {
        var parents = World.Categories.Select(category => category.ParentSlot).ToHashSet();
        World.Categories.Count(category => !parents.Contains(category.Slot)).ShouldBeInRange(1_900, 2_100);
        World.Categories.ShouldAllBe(category => category.ParentSlot < category.Slot);

        var sizes = World.All().GroupBy(product => product.CategorySlot).Select(group => group.Count()).OrderDescending().ToList();
        sizes.Take(sizes.Count / 10).Sum().ShouldBeGreaterThan(20_000 / 4);
    }

    [Fact]
    public void Four_of_five_suppliers_are_checked() =>
        World.Sellers.Average(seller => seller.IsCheckedOn(new DateOnly(2027, 1, 1)) ? 1.0 : 0).ShouldBeInRange(0.75, 0.85);

    [Fact]
    public void Model_numbers_are_nearly_unique_and_some_words_are_everywhere()
    {
        var products = World.All();
        products.Select(ModelOf).Distinct(StringComparer.Ordinal).Count().ShouldBeGreaterThan(products.Length * 9 / 10);
        products.Count(product => product.Description.Contains("product", StringComparison.Ordinal)).ShouldBeGreaterThan(products.Length / 4);
    }

    [Fact]
    public void An_update_changes_the_price_and_now_and_then_the_text()
    {
        var (before, after) = (Enumerable.Range(0, 1_000).Select(number => World.At(number)).ToList(), Enumerable.Range(0, 1_000).Select(number => World.At(number, 3)).ToList());

        after.Select(TextOf).Except(before.Select(TextOf), StringComparer.Ordinal).Count().ShouldBeInRange(50, 150);
        after.Zip(before).Count(pair => pair.First.Price != pair.Second.Price).ShouldBeGreaterThan(900);
        after.Zip(before).ShouldAllBe(pair => pair.First.Title == pair.Second.Title && pair.First.Slot == pair.Second.Slot);
    }

    private static string ModelOf(Product product) => product.Attributes.Single(attribute => attribute.Key == "Model Number").Value;

    private static string Print(CatalogueWorld world) => string.Join('\n', Enumerable.Range(0, 500).Select(number => world.At(number * 40)).Select(product => $"{product.Slot} {product.SellerSlot} {product.CategorySlot} {product.Price} {product.Moq} {TextOf(product)}"));

    private static string TextOf(Product product) => string.Join('\n',
        [product.Title, .. product.Keywords, product.Description, .. product.Attributes.Select(attribute => $"{attribute.Key} {attribute.Value}")]);
}
