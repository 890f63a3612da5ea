using System.Text.Json;

namespace Saima.Import;

/// <summary>What does a map file say, and what in it cannot be understood?</summary>
public static class ReadImportMap
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads a map from a file.</summary>
    /// <exception cref="ImportFailure">The file cannot be used; the message names every reason.</exception>
    public static ImportMap FromFile(string path)
    {
        try
        {
            return From(File.ReadAllBytes(path));
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailure($"The map {path} cannot be opened: {missing.Message}", missing);
        }
        catch (ImportFailure wrong)
        {
            throw new ImportFailure($"The map {path} cannot be used: {wrong.Message}", wrong);
        }
    }

    /// <summary>Reads a map from its JSON; comments and trailing commas are allowed.</summary>
    /// <exception cref="ImportFailure">The map cannot be used; the message names every reason.</exception>
    public static ImportMap From(ReadOnlyMemory<byte> json)
    {
        var faults = new List<string>();
        ImportMap map;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            map = Map(new MapNode(document.RootElement.Clone(), "", faults));
        }
        catch (JsonException broken)
        {
            throw new ImportFailure($"it is not JSON: {broken.Message}", broken);
        }

        return faults.Count == 0 ? map : throw new ImportFailure(string.Join("; ", faults));
    }

    private static ImportMap Map(MapNode root)
    {
        if (!root.IsObject("'product', 'seller' or both"))
            return new ImportMap(null, null);
        var map = new ImportMap(ReadProductRules.From(root.Child("product")), Seller(root.Child("seller")));
        root.RefuseTheRest();
        if (map is { Product: null, Seller: null })
            root.Fault("has neither 'product' nor 'seller'");
        return map;
    }

    private static SellerRules? Seller(MapNode? node)
    {
        if (node is null || !node.IsObject("the fields of a seller"))
            return null;
        var rules = new SellerRules
        {
            Id = ReadValueRule.Needed(node, "id"),
            Name = ReadValueRule.Needed(node, "name"),
            Country = ReadValueRule.From(node.Child("country")),
            Kind = ReadValueRule.From(node.Child("kind")),
            Membership = ReadValueRule.From(node.Child("membership")),
            JoinedOn = ReadValueRule.From(node.Child("joinedOn")),
            Certificates = ReadValueRule.Many(node.Child("certificates")),
            Employees = ReadValueRule.From(node.Child("employees")),
            InquiriesPerDayCapacity = ReadValueRule.From(node.Child("inquiriesPerDayCapacity")),
            LicenceNumber = ReadValueRule.From(node.Child("licenceNumber")),
        };
        node.RefuseTheRest();
        return rules;
    }
}
