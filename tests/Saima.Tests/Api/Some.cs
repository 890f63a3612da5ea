namespace Saima.Tests.Api;

/// <summary>Things that do not matter to the test at hand.</summary>
internal static class Some
{
    public static string Product(string id, string sellerId = "s-1", string title = "Brass valve", string category = "Valves") =>
        $$"""{"id":"{{id}}","sellerId":"{{sellerId}}","title":"{{title}}","category":"{{category}}","price":{"min":10,"currency":"USD"},"moq":5}""";

    /// <summary>Asks for pumps, all of them on one page.</summary>
    public static string Ask(string visit = "v-1", string page = """{"size":200}""", string intent = """{"query":"steel pump"}""") =>
        $$"""{"intent":{{intent}},"visit":{"id":"{{visit}}"},"page":{{page}}}""";
}
