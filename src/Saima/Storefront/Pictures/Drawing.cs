using System.Security.Cryptography;
using System.Text;

namespace Saima.Storefront.Pictures;

/// <summary>Which drawing stands for a product of which nobody sent a picture? The same product, the same drawing.</summary>
/// <remarks>It is named by what is drawn and not by the product: the address needs no look-up, and a browser loads each drawing once.</remarks>
/// <param name="Family">Name of the family of products.</param>
/// <param name="Variant">0 to <see cref="Variants"/> − 1: ground, tone and place.</param>
public sealed record Drawing(string Family, int Variant)
{
    /// <summary>How many drawings a family has.</summary>
    public const int Variants = ProductDrawing.Grounds * ProductDrawing.Tones * ProductDrawing.Places;

    /// <summary>Where it is.</summary>
    public string Url => $"{PictureEndpoint.Folder}/{Family}-{Variant}.svg";

    /// <summary>The drawing of a product.</summary>
    /// <param name="categoryPath">Names from the root; the deepest decides the family if it says one.</param>
    /// <param name="title">Decides the family where no category does, and the variant.</param>
    public static Drawing Of(string categoryPath, string title)
    {
        Span<byte> seed = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(categoryPath + "\n" + title), seed);
        return new Drawing(Glyph.Of(categoryPath, title).Name, BitConverter.ToUInt16(seed) % Variants);
    }
}
