using Saima.Engine.Catalogue;
using Saima.Engine.Tests.Text;

namespace Saima.Engine.Tests.Catalogue;

public sealed class PackedListingLaws
{
    private static readonly Gen<string> WholeText = AnyText.Gen.Where(text => IsWhole(text));

    private static readonly Gen<PriceBand?> Price = Gen.OneOf(
        Gen.Const(() => (PriceBand?)null),
        Gen.Select(Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue], WholeText, (min, max, unit) => (PriceBand?)new PriceBand(min, max, "USD", unit)));

    private static readonly Gen<Product> Listing = Gen.Select(
        WholeText.Array[0, 6], WholeText.Array[6, 12], Price, Gen.Int[0, 9], Gen.Long,
        (keywords, texts, price, number, listedAt) => new Product
        {
            Slot = 3,
            Id = $"p-{number}",
            SellerSlot = 4,
            CategorySlot = 5,
            Title = texts[0],
            Keywords = keywords,
            Attributes = [.. texts[2..].Select(text => KeyValuePair.Create(text, texts[1]))],
            Description = texts[1],
            Price = price,
            Moq = number == 0 ? null : number,
            ListedAtMicros = listedAt,
            ImageUrl = number % 2 == 0 ? null : texts[1],
        });

    [Fact]
    public void A_listing_is_the_same_after_packing() => Listing.Array[1, 30].Sample(
        products =>
        {
            var bytes = new PackedBytes();
            var places = Array.ConvertAll(products, product => PackedListing.Write(product, bytes));
            var chunks = bytes.Chunks();
            for (var i = 0; i < products.Length; i++)
            {
                var packed = chunks[places[i].Chunk].AsSpan(places[i].Offset);
                SameProduct.Of(PackedListing.Read(packed, (3, 4, 5)), products[i]).ShouldBeTrue();
                PackedListing.IdOf(packed).SequenceEqual(System.Text.Encoding.UTF8.GetBytes(products[i].Id)).ShouldBeTrue();
                if (i + 1 < products.Length && places[i + 1].Chunk == places[i].Chunk)
                    PackedListing.LengthOf(packed).ShouldBe(places[i + 1].Offset - places[i].Offset);
            }
        },
        iter: 200);

    [Fact]
    public void A_listing_larger_than_any_chunk_is_kept_whole()
    {
        var bytes = new PackedBytes();
        var small = Some.Product(1);
        var large = Some.Product(2) with { Description = new string('x', 3_000_000) };
        var places = new[] { PackedListing.Write(small, bytes), PackedListing.Write(large, bytes), PackedListing.Write(small, bytes) };
        var chunks = bytes.Chunks();
        Product Read(int i, int slot) => PackedListing.Read(chunks[places[i].Chunk].AsSpan(places[i].Offset), (slot, 0, 0));
        SameProduct.Of(Read(0, 1), small).ShouldBeTrue();
        SameProduct.Of(Read(1, 2), large).ShouldBeTrue();
        SameProduct.Of(Read(2, 1), small).ShouldBeTrue();
    }

    // Half a character cannot be written as UTF-8; the market's door lets none in.
    private static bool IsWhole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)) == text;
}
