using System.Text.Json;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Market;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>Reads the body of an allocation; collects every reason against it.</summary>
internal static class ReadAllocationBody
{
    public const int LongestQuery = 1_000;

    private const int LongestPath = CategoryPath.MaxDepth * (CategoryPath.MaxNameLength + 3);
    private const int LongestAddress = 8_000;
    private const int MostCountries = 300;
    private const string Later = "is not in this version: leave it out";

    /// <summary>The body as far as it could be read; it counts only if no error was added.</summary>
    public static AllocationBody? Run(JsonElement root, List<FieldError> errors) => BodyFields.Read(root, "", errors, Body);

    private static AllocationBody? Body(BodyFields fields)
    {
        var id = fields.Text("id", 1, CallerId.MaxLength);
        if (id is not null && !CallerId.IsValid(id))
            fields.Refuse("id", CallerId.Rule);
        var intent = Required(fields, "intent", Intent);
        var visit = Required(fields, "visit", Visit);
        var page = fields.Object("page", Page);
        if (fields.Has("policy"))
            fields.Refuse("policy", "must be null: trial rules are not in this version");
        if (fields.Flag("prefetch"))
            fields.Refuse("prefetch", "must be false: it is not in this version");
        var explain = fields.Flag("explain");
        return intent is null || visit is null
            ? null
            : new AllocationBody { Id = id, Intent = intent, Visit = visit, Page = page ?? new PageBody(), Explain = explain };
    }

    private static IntentBody Intent(BodyFields fields)
    {
        var intent = new IntentBody
        {
            Query = fields.Text("query", 1, LongestQuery),
            Category = fields.Text("category", 1, LongestPath),
            Filters = fields.Object("filters", Filters) ?? new FiltersBody(),
        };
        foreach (var name in (ReadOnlySpan<string>)["imageId", "similarTo", "venue"])
        {
            if (fields.Has(name))
                fields.Refuse(name, Later);
        }

        if (fields.Has("query") == fields.Has("category"))
            fields.Refuse("query", fields.Has("query") ? "and category exclude each other: one of them leads" : "or category is needed: one of them leads");
        return intent;
    }

    private static FiltersBody Filters(BodyFields fields)
    {
        var countries = fields.Texts("countries", MostCountries);
        if (!countries.All(IsCountry))
            fields.Refuse("countries", "must hold pairs of upper-case letters (ISO 3166-1)");
        return new FiltersBody
        {
            Category = fields.Text("category", 1, LongestPath),
            MaxPrice = fields.Object("maxPrice", Amount),
            MaxMoq = fields.Whole("maxMoq", 1, int.MaxValue),
            Countries = countries,
            CheckedOnly = fields.Flag("checkedOnly"),
        };
    }

    private static AmountBody Amount(BodyFields fields)
    {
        var amount = fields.Amount("amount", PriceDocument.MaxAmount);
        var currency = fields.Text("currency", 0, int.MaxValue);
        if (currency is null || !Currencies.IsKnown(currency))
            fields.Refuse("currency", "must be three upper-case letters of ISO 4217, such as USD or CNY");
        return new AmountBody(amount ?? 0, currency ?? "");
    }

    private static VisitBody Visit(BodyFields fields)
    {
        var id = Clean(fields, "id");
        if (!fields.Has("id"))
            fields.Refuse("id", "is required");
        var country = fields.Text("buyerCountry", 0, int.MaxValue);
        if (country is not null && !IsCountry(country))
            fields.Refuse("buyerCountry", "must be two upper-case letters (ISO 3166-1)");
        return new VisitBody
        {
            Id = id ?? "",
            BuyerId = Clean(fields, "buyerId"),
            BuyerConfirmed = fields.Flag("buyerConfirmed"),
            BuyerCountry = country,
            BuyerGrade = fields.Text("buyerGrade", 1, 20),
            Landing = fields.Text("landing", 0, LongestAddress),
            Referrer = fields.Text("referrer", 0, LongestAddress),
        };
    }

    private static PageBody Page(BodyFields fields)
    {
        var page = new PageBody
        {
            Size = fields.Whole("size", 1, 200) ?? PageBody.DefaultSize,
            Cursor = fields.Text("cursor", 1, 200),
            Number = fields.Whole("number", 1, AllocatePage.MostPages),
        };
        if (page is { Cursor: not null, Number: not null })
            fields.Refuse("number", "and cursor exclude each other");
        return page;
    }

    // As events read the same id, so that both name one visit.
    private static string? Clean(BodyFields fields, string name)
    {
        if (fields.Text(name, 0, int.MaxValue) is not { } text)
            return null;
        var clean = PlainText.Clean(text, 1, 200, manyLines: false, out var fault);
        if (fault is not null)
            fields.Refuse(name, fault);
        return clean;
    }

    private static T? Required<T>(BodyFields fields, string name, Func<BodyFields, T?> read)
        where T : class
    {
        if (!fields.Has(name))
            fields.Refuse(name, "is required");
        return fields.Object(name, read);
    }

    private static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);
}
