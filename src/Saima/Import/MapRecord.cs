using System.Text.Json.Nodes;
using Saima.Market.Catalogue;

namespace Saima.Import;

/// <summary>Here is a record of somebody else's file; what does it say in the words of the contract?</summary>
public sealed class MapRecord(ImportMap map)
{
    /// <summary>The product that the record describes.</summary>
    /// <exception cref="ImportFailure">The map has no rules for products.</exception>
    public MappedDocument ToProduct(SourceRecord record)
    {
        var rules = map.Product ?? throw new ImportFailure("the map has no 'product' section: add one, or import sellers with it");
        var document = new DocumentBuilder(record);
        document.Id("id", rules.Id);
        document.Id("sellerId", rules.SellerId);
        document.Text("title", rules.Title, DocumentLimits.Title, needed: true);
        Category(document, rules.Category.Path(record, rules.Title.Read(record) ?? ""));
        Attributes(document, rules.Attributes.Read(record));
        document.Texts("keywords", rules.Keywords, DocumentLimits.Keywords, DocumentLimits.Keyword);
        document.Text("description", rules.Description, DocumentLimits.Description);
        Price(document, rules.Price, record);
        document.WholeNumber("moq", rules.Moq, least: 1);
        document.Date("listedAt", rules.ListedAt, "yyyy-MM-ddTHH:mm:ssZ");
        ImageUrl(document, rules.ImageUrl?.Read(record));
        return document.Finish();
    }

    /// <summary>The seller that the record names.</summary>
    /// <exception cref="ImportFailure">The map has no rules for sellers.</exception>
    public MappedDocument ToSeller(SourceRecord record)
    {
        var rules = map.Seller ?? throw new ImportFailure("the map has no 'seller' section: add one with at least 'id' and 'name'");
        var document = new DocumentBuilder(record);
        document.Id("id", rules.Id);
        document.Text("name", rules.Name, DocumentLimits.SellerName, needed: true);
        if (rules.Country?.Read(record) is { } country)
            document.Document["country"] = Letters(document, "country", country, 2, "two letters of ISO 3166, such as CN");
        document.Choice("kind", rules.Kind, DocumentLimits.Kinds);
        document.Choice("membership", rules.Membership, DocumentLimits.Memberships);
        document.Date("joinedOn", rules.JoinedOn, "yyyy-MM-dd");
        document.Texts("certificates", rules.Certificates, DocumentLimits.Certificates, DocumentLimits.Certificate);
        document.WholeNumber("employees", rules.Employees, least: 0);
        document.WholeNumber("inquiriesPerDayCapacity", rules.InquiriesPerDayCapacity, least: 0);
        document.Text("licenceNumber", rules.LicenceNumber, DocumentLimits.LicenceNumber);
        return document.Finish();
    }

    private static void Category(DocumentBuilder document, string? path)
    {
        if (path is null)
            document.Fault("category", "no rule of the map says one, and the map has no 'otherwise'");
        else if (CategoryPath.Canonical(path, out var fault) is null)
            document.Fault("category", $"'{PlainText.Cut(path, 120)}' {fault}");
        else
            document.Document["category"] = path;
    }

    /// <summary>A text longer than an attribute may be goes on in "name (2)", "name (3)", …: buyers search for what stands at its end.</summary>
    private static void Attributes(DocumentBuilder document, OrderedDictionary<string, string> attributes)
    {
        if (attributes.Count == 0)
            return;
        var parts = new JsonObject();
        var continued = new List<KeyValuePair<string, string>>();
        foreach (var (fullName, text) in attributes)
        {
            var name = PlainText.Cut(fullName, DocumentLimits.AttributeName - 5);
            var first = PlainText.Cut(text, DocumentLimits.AttributeText);
            if (parts.Count < DocumentLimits.Attributes && parts.TryAdd(name, first))
                continued.AddRange(Continued(name, text[first.Length..]));
            else
                document.Cut("attributes");
        }

        foreach (var (name, text) in continued)
        {
            if (parts.Count >= DocumentLimits.Attributes || !parts.TryAdd(name, text))
                document.Cut("attributes.value");
        }

        document.Document["attributes"] = parts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Continued(string name, string rest)
    {
        for (var part = 2; rest.Trim(' ', ',', ';') is { Length: > 0 } left && part < DocumentLimits.Attributes; part++)
        {
            var text = PlainText.Cut(left, DocumentLimits.AttributeText);
            yield return KeyValuePair.Create($"{name} ({part})", text);
            rest = left[text.Length..];
        }
    }

    private static void Price(DocumentBuilder document, PriceRules? rules, SourceRecord record)
    {
        if (rules is null || document.Amount("price.min", rules.Min) is not { } min)
            return;
        var max = document.Amount("price.max", rules.Max) ?? min;
        if (max < min)
            document.Fault("price.max", $"{max} is less than price.min {min}");
        document.Document["price"] = new JsonObject
        {
            ["min"] = min,
            ["max"] = max,
            ["currency"] = Letters(document, "price.currency", rules.Currency.Read(record) ?? "", 3, "three letters of ISO 4217, such as USD"),
            ["unit"] = PlainText.Cut(rules.Unit.Read(record) ?? "piece", 40),
        };
    }

    /// <summary>The text if it is a code of that many capitals; else a fault.</summary>
    private static string? Letters(DocumentBuilder document, string field, string text, int length, string meaning)
    {
        if (text.Length == length && text.All(char.IsAsciiLetterUpper))
            return text;
        document.Fault(field, $"'{PlainText.Cut(text, 80)}' is not {meaning}");
        return null;
    }

    private static void ImageUrl(DocumentBuilder document, string? url)
    {
        if (url is null)
            return;
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && url.Length <= 2_000)
            document.Document["imageUrl"] = url;
        else
            document.Fault("imageUrl", $"'{PlainText.Cut(url, 80)}' is no address that begins with https:// or http://");
    }
}
