using System.Text;
using System.Text.Json;
using Saima.Import;

namespace Saima.Tests.Import;

/// <summary>Records and maps for what does not matter in a test.</summary>
internal static class Some
{
    public const string ProductMap = """
        {
          "product": {
            "id": "sku",
            "sellerId": { "from": "maker", "slug": true },
            "title": { "from": ["name", "label"] },
            "category": { "rules": [{ "path": "Pumps", "words": ["pump*"] }], "otherwise": "Other" },
            "attributes": { "rules": [{ "prefix": "a_" }] }
          },
          "seller": { "id": { "from": "maker", "slug": true }, "name": "maker" }
        }
        """;

    public static ImportMap Map(string json = ProductMap) => ReadImportMap.From(Encoding.UTF8.GetBytes(json));

    /// <summary>The usual map with one entry of its product put in or replaced.</summary>
    public static ImportMap MapWith(string field, string rule)
    {
        var map = System.Text.Json.Nodes.JsonNode.Parse(ProductMap)!;
        map["product"]![field] = System.Text.Json.Nodes.JsonNode.Parse(rule);
        return Map(map.ToJsonString());
    }

    public static SourceRecord Record(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SourceRecord.From(document.RootElement);
    }

    public static SourceRecord Pump(string more = "") => Record($$"""{"sku":"p-1","maker":"Wenling Bluewater","name":"Sewage pump"{{more}}}""");

    public static MappedDocument Mapped(ImportMap map, SourceRecord record) => new MapRecord(map).ToProduct(record);
}
