using System.Text.Json;
using CsCheck;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class RoundTripTests
{
    private static readonly Gen<string> Word =
        Gen.OneOf("bed", "床", "Ünï", "\"quoted\"", "a<b&c", "日本", "👍", "O'Neill", "back\\slash", "50%", "null", "--", "x").Array[1, 5].Select(words => string.Join(' ', words));

    private static readonly Gen<IReadOnlyList<string>> Words = Word.Array[0, 4].Select(words => (IReadOnlyList<string>)words);

    private static readonly Gen<string> Path = Gen.OneOf("A", "A > B", "A > B > 床", "Z & Y > X");

    private static readonly Gen<PriceDocument?> Price =
        Gen.Select(Gen.Long[0, 1_000_000_000_000_000], Gen.Long[0, 1_000_000_000], Gen.OneOf("USD", "CNY"), Gen.Bool)
            .Select((min, more, currency, asked) => asked ? PriceDocument.Of(new PriceBand(min, min + more, currency, "kg")) : null);

    private static readonly Gen<ProductDocument> ProductOf =
        Gen.Select(Gen.Select(Gen.Int[0, 30], Gen.Int[0, 2], Word, Path), Gen.Select(Words, Words, Word), Price, Gen.Select(Gen.Int[1, int.MaxValue], Gen.Long[0, 1_780_000_000_000_000]))
            .Select((names, texts, price, numbers) => new ProductDocument
            {
                Id = $"p-{names.Item1}",
                SellerId = $"s-{names.Item2}",
                Title = names.Item3,
                Category = names.Item4,
                Keywords = texts.Item1,
                Attributes = texts.Item2.Distinct(StringComparer.Ordinal).ToDictionary(word => word, word => word + "!", StringComparer.Ordinal),
                Description = texts.Item3 + "\n" + texts.Item3,
                Price = price,
                Moq = numbers.Item1,
                ListedAt = UnixMicros.ToInstant(numbers.Item2),
                ImageUrl = numbers.Item1 % 2 == 0 ? "https://example.test/a.png" : null,
            });

    [Fact]
    public async Task What_was_put_is_what_is_loaded()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Lines(Enumerable.Range(0, 3).Select(i => Some.Seller($"s-{i}"))));
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);

        await ProductOf.Array[1, 12].SampleAsync(async documents =>
        {
            var distinct = documents.DistinctBy(document => document.Id).ToList();
            var answer = await market.PutProducts(Some.Lines(distinct.Select(Json)));
            answer.Accepted.ShouldBe(distinct.Count, string.Join(';', answer.Errors));
            foreach (var document in distinct)
                expected[document.Id] = Json(document);

            var loaded = await market.LoadAsync();
            var found = loaded.Products.Values.ToDictionary(
                product => product.Id,
                product => Json(ProductDocument.Of(product, loaded.Sellers[product.SellerSlot].Id, loaded.Categories[product.CategorySlot].Path)));
            found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ShouldBe(expected.Values);
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_supplier_with_everything_is_loaded_as_it_was_put()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        const string Everything =
            """{"id":"s-17","name":"宁波恒达","country":"CN","kind":"integrated","membership":"verified","joinedOn":"2019-04-02","checks":[{"what":"siteAudit","by":"SGS","on":"2026-03-01","until":"2028-03-01"},{"what":"licence","by":null,"on":"2026-03-01","until":null}],"certificates":["ISO9001","FSC"],"employees":120,"inquiriesPerDayCapacity":40,"licenceNumber":"9133-0200"}""";
        await market.PutSellers(Everything);

        var seller = (await market.LoadAsync()).Seller("s-17");

        JsonSerializer.Serialize(SellerDocument.Of(seller), JsonColumn.Options).ShouldBe(Everything);
        seller.IsCheckedOn(new DateOnly(2029, 1, 1)).ShouldBeTrue();
    }

    [Fact]
    public async Task Everything_is_there_after_the_program_starts_again()
    {
        await using var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Product());
        var again = await TemporaryMarket.OpenInAsync(market.Folder);

        var loaded = await again.LoadAsync();

        loaded.Sequence.ShouldBe(2);
        loaded.Product("p-1").Title.ShouldBe("Pine bed");
    }

    private static string Json(ProductDocument document) => JsonSerializer.Serialize(document, JsonColumn.Options);
}
