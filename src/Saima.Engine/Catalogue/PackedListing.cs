using System.Buffers.Binary;
using System.Text;

namespace Saima.Engine.Catalogue;

/// <summary>A listing as bytes: a million of them are a few large arrays, not a hundred million small objects.</summary>
/// <remarks>
/// The whole length first, then UTF-8, every text with its length before it, the id first. Numbers are little-endian. It lives in memory and in snapshot files of
/// the same program version; it is no format to exchange.
/// </remarks>
internal static class PackedListing
{
    /// <summary>Writes a listing without its slots; they are columns of the segment.</summary>
    /// <returns>Where it lies.</returns>
    public static ListingAt Write(Product product, PackedBytes to)
    {
        to.Begin();
        to.Text(product.Id);
        to.Text(product.Title);
        to.Number(product.Keywords.Count);
        for (var i = 0; i < product.Keywords.Count; i++)
            to.Text(product.Keywords[i]);
        to.Number(product.Attributes.Count);
        for (var i = 0; i < product.Attributes.Count; i++)
        {
            to.Text(product.Attributes[i].Key);
            to.Text(product.Attributes[i].Value);
        }

        to.Text(product.Description);
        to.Number(product.ImageUrl is null ? 0 : 1);
        to.Text(product.ImageUrl ?? "");
        to.Number(product.Moq ?? 0);
        to.Long(product.ListedAtMicros);
        to.Number(product.Price is null ? 0 : 1);
        if (product.Price is { } price)
            WritePrice(price, to);
        return to.End();
    }

    /// <summary>Bytes of the listing, its length included.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32LittleEndian(bytes);

    /// <summary>The id alone, as UTF-8.</summary>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> bytes) => new Reader(bytes[sizeof(int)..]).Bytes();

    /// <summary>The listing of a row.</summary>
    /// <param name="bytes">From its first byte on; what follows is another's.</param>
    /// <param name="slots">The row's product, seller and category.</param>
    public static Product Read(ReadOnlySpan<byte> bytes, (int Product, int Seller, int Category) slots)
    {
        var from = new Reader(bytes[sizeof(int)..]);
        return new Product
        {
            Slot = slots.Product,
            SellerSlot = slots.Seller,
            CategorySlot = slots.Category,
            Id = from.Text(),
            Title = from.Text(),
            Keywords = from.Texts(),
            Attributes = from.Pairs(),
            Description = from.Text(),
            ImageUrl = from.Number() == 0 ? from.Nothing() : from.Text(),
            Moq = from.Number() is var moq and > 0 ? moq : null,
            ListedAtMicros = from.Long(),
            Price = from.Number() == 0 ? null : new PriceBand(from.Long(), from.Long(), from.Text(), from.Text()),
        };
    }

    private static void WritePrice(PriceBand price, PackedBytes to)
    {
        to.Long(price.MinMicros);
        to.Long(price.MaxMicros);
        to.Text(price.Currency);
        to.Text(price.Unit);
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public int Number()
        {
            var (value, shift, part) = (0u, 0, (byte)0);
            do
            {
                part = Take(1)[0];
                value |= (uint)(part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);

            return (int)value;
        }

        public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

        public ReadOnlySpan<byte> Bytes() => Take(Number());

        public string Text() => Encoding.UTF8.GetString(Bytes());

        public string? Nothing()
        {
            Bytes();
            return null;
        }

        public string[] Texts()
        {
            var texts = new string[Number()];
            for (var i = 0; i < texts.Length; i++)
                texts[i] = Text();
            return texts;
        }

        public KeyValuePair<string, string>[] Pairs()
        {
            var pairs = new KeyValuePair<string, string>[Number()];
            for (var i = 0; i < pairs.Length; i++)
                pairs[i] = new KeyValuePair<string, string>(Text(), Text());
            return pairs;
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            var taken = _left[..count];
            _left = _left[count..];
            return taken;
        }
    }
}
