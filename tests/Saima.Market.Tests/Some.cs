using System.Text;

namespace Saima.Market.Tests;

/// <summary>Things that do not matter to the test at hand.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new HandClock().Now;

    public static MemoryStream Body(string text) => new(Encoding.UTF8.GetBytes(text));

    public static string Seller(string id = "s-1", string name = "Ningbo Hengda Furniture") => $$"""{"id":"{{id}}","name":"{{name}}","country":"CN"}""";

    public static string Product(string id = "p-1", string sellerId = "s-1", string title = "Pine bed", string category = "Furniture > Beds") =>
        $$"""{"id":"{{id}}","sellerId":"{{sellerId}}","title":"{{title}}","category":"{{category}}"}""";

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
