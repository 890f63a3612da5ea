using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Saima.Storefront.Pictures;

/// <summary>How is the stand-in for a missing photograph drawn?</summary>
public static class ProductDrawing
{
    /// <summary>The colours of the pages' tokens, light and dark; a drawing has its own style because it is a document of its own.</summary>
    private const string Style =
        "svg{color-scheme:light dark}.g{fill:#f0ebe1}.i{stroke:#2c4453}"
        + ".t0{fill:#dbe7e3}.t1{fill:#e6dfcd}.t2{fill:#dde3ea}.t3{fill:#ecdcd1}.t4{fill:#e2e2d2}"
        + "@media(prefers-color-scheme:dark){.g{fill:#1b232b}.i{stroke:#b9c7c9}"
        + ".t0{fill:#21393a}.t1{fill:#37342a}.t2{fill:#27333f}.t3{fill:#3a2e2a}.t4{fill:#303529}}";

    internal const int Grounds = 5;
    internal const int Tones = 5;
    internal const int Places = 3;

    /// <summary>What a drawing may do when it is opened as a page: show its own style and nothing else.</summary>
    public static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; frame-ancestors 'none'";

    // Behind the glyph: disc, arch, half plane, two steps, slanted band. Names of places in a landscape, none of them text.
    private static readonly string[] GroundShapes =
    [
        "<circle class='{0}' cx='{1}' cy='{2}' r='104'/>",
        "<path class='{0}' d='M{1} 46a96 96 0 0 1 96 96V300H{3}V142a96 96 0 0 1 96-96z'/>",
        "<path class='{0}' d='M0 {2}H400V300H0z'/>",
        "<path class='{0}' d='M{3} 62H{4}V238H{3}z'/>",
        "<path class='{0}' d='M0 230 400 {2} 400 300 0 300z'/>",
    ];

    /// <summary>An SVG of 400 × 300 without any text; null if there is no such drawing.</summary>
    public static string? Draw(Drawing drawing)
    {
        if (drawing.Variant is < 0 or >= Drawing.Variants || Glyph.Find(drawing.Family) is not { } glyph)
            return null;
        var place = drawing.Variant % Places;
        var tone = drawing.Variant / Places % Tones;
        var centre = 180 + (place * 20);
        var ground = string.Format(
            CultureInfo.InvariantCulture, GroundShapes[drawing.Variant / (Places * Tones)], "t" + tone, centre, 134 + (place * 16), centre - 96, centre + 96);
        return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 400 300' width='400' height='300'>"
            + $"<style>{Style}</style><path class='g' d='M0 0H400V300H0z'/>{ground}"
            + "<path class='i' fill='none' stroke-width='2' stroke-linecap='round' stroke-linejoin='round' "
            + $"transform='translate(116 66) scale(1.4)' d='{glyph.Path}'/></svg>";
    }
}
