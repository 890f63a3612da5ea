using System.Globalization;
using System.Text;

namespace Saima.Tests.Crash;

/// <summary>A market of 12 suppliers and 240 products as files of the contract, and what to ask for in it.</summary>
internal static class SmallMarket
{
    public const int Products = 240;

    private static readonly string[] Materials = ["steel", "brass", "cast iron", "plastic"];
    private static readonly string[] Goods = ["ball valve", "gate valve", "flange", "pump"];

    /// <summary>Words that some of the products have.</summary>
    public static readonly string[] Queries = ["valve", "steel", "brass pump", "flange DN50", "cast iron gate valve", "pump"];

    /// <summary>Brings it into a folder with <c>saima import</c>.</summary>
    public static async Task ImportAsync(string folder)
    {
        foreach (var (kind, lines) in new[] { ("sellers", Sellers()), ("products", Listings()) })
        {
            var file = Path.Combine(folder, kind + ".ndjson");
            await File.WriteAllLinesAsync(file, lines, Encoding.UTF8);
            var (exit, errors) = await SaimaProcess.RunAsync("import", kind, file, "--data", Path.Combine(folder, "data"));
            exit.ShouldBe(0, string.Join('\n', errors));
        }
    }

    private static IEnumerable<string> Sellers() => Enumerable.Range(0, 12).Select(n => Line(
        $$"""{"id":"s-{{n}}","name":"Supplier {{n}}","country":"CN","kind":"factory","checks":[{"what":"identity","by":"Saima","on":"2026-01-01"}]}"""));

    private static IEnumerable<string> Listings() => Enumerable.Range(0, Products).Select(n => Line(
        $$"""{"id":"p-{{n}}","sellerId":"s-{{n % 12}}","title":"{{Materials[n % 4]}} {{Goods[n / 4 % 4]}} DN{{n % 9 * 10}}","category":"Industry > Fittings > Kind {{n % 5}}"}"""));

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
