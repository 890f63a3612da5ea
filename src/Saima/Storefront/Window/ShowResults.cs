using Saima.Engine.Retrieval;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;
using Saima.Storefront.Views;
using Saima.Storefront.Visits;

namespace Saima.Storefront.Window;

/// <summary>Holds a race for a page of results: what was asked becomes an intent, the places become cards.</summary>
public sealed class ShowResults(AllocatePage allocate, Shelves shelves)
{
    private const decimal MicrosPerUnit = 1_000_000;
    private const int LongestQuery = 1000;

    /// <summary>The results; null if the category that leads does not exist.</summary>
    /// <param name="ask">What the address asks for.</param>
    /// <param name="leadingCategory">Path of the category that is browsed, or null if words lead.</param>
    /// <param name="visitor">Whose visit it is.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public async Task<ResultsView?> RunAsync(SearchAsk ask, string? leadingCategory, Visitor visitor, CancellationToken cancel)
    {
        var tree = await shelves.TreeAsync(cancel);
        var leading = leadingCategory is null ? null : tree.Find(leadingCategory);
        if (leadingCategory is not null && leading is null)
            return null;
        var narrowed = ask.Category is null ? null : tree.Find(ask.Category);
        var query = ask.Query ?? "";
        var intent = new Intent
        {
            Query = leading is null ? query[..Math.Min(query.Length, LongestQuery)] : null,
            CategorySlot = leading?.Category.Slot,
            Filters = FiltersOf(ask, narrowed),
        };
        var given = await GiveAsync(intent, ask.Cursor, visitor, cancel);
        return ViewOf(given, ask, leading ?? narrowed, tree);
    }

    private Filters FiltersOf(SearchAsk ask, CategoryNode? category) => new()
    {
        CategorySlot = category?.Category.Slot,
        MaxPriceMicros = ask.MaxPrice is { } price ? (long)(Math.Clamp(price, 0, DocumentLimits.LargestAmount) * MicrosPerUnit) : null,
        Currency = ask.MaxPrice is null ? null : shelves.Currency,
        MaxMoq = ask.MaxMoq,
        Countries = ask.Countries,
        CheckedOnly = ask.CheckedOnly,
    };

    // A cursor that is not this visit's, of another search or too far, begins at the first place: an old link must still show something.
    private async Task<GivenPage> GiveAsync(Intent intent, string? cursor, Visitor visitor, CancellationToken cancel)
    {
        var call = new PageCall { Intent = intent, VisitId = visitor.VisitId, Size = MarketWindow.CardsOnAPage, WithExtras = true };
        if (!AllocationId.TryParse(cursor, out var after))
            return await allocate.RunAsync(call, cancel);
        try
        {
            return await allocate.RunAsync(call with { After = after }, cancel);
        }
        catch (PageRefusedException)
        {
            return await allocate.RunAsync(call, cancel);
        }
    }

    private ResultsView ViewOf(GivenPage given, SearchAsk ask, CategoryNode? category, CategoryTree tree)
    {
        var record = given.Record;
        var extras = given.Extras!;
        var below = Shelves.WithBelow(tree, extras.Facets.ByCategory);
        return new ResultsView
        {
            AllocationId = record.Slots.Length == 0 ? "" : given.Id.ToString(),
            Matched = record.Matched,
            Raced = record.Matched,
            Relaxed = given.Asked.Relaxed,
            Corrected = [.. given.Asked.Reading.Corrections.Select(word => (word.From, word.To))],
            Translated = TranslatedOf(given.Asked.Reading),
            Category = category is null ? null : Shelves.ViewOf(tree, category.Category.Slot, below, depth: 1),
            FirstSlot = record.FirstSlot,
            Cards = [.. record.Slots.Select((_, position) => CardOf(given, position))],
            Next = given.HasNext ? given.Id.ToString() : null,
            Facets = new FacetView(Narrower(tree, category, below), Countries(extras, ask.Countries), shelves.Currency),
        };
    }

    private static (string Words, string Language)? TranslatedOf(QueryReading reading) =>
        reading.Translations is [var first, ..] ? (string.Join(' ', reading.Translations.Select(one => one.To)), first.Language) : null;

    // As the race saw it: no word of the card comes from another moment than its place, and the database is not asked.
    private static CardView CardOf(GivenPage given, int position)
    {
        var epoch = given.Extras!.Epoch;
        var slot = given.Record.Slots[position];
        var product = epoch.Snapshot.FindProduct(slot.ProductSlot)!;
        var (seller, category) = (epoch.Snapshot.FindSeller(product.SellerSlot)!, epoch.Snapshot.FindCategory(product.CategorySlot)!);
        return Cards.Of(product, seller, category.Path, epoch.Today) with { Lane = slot.Lane, Why = Whys.Of(given, position) };
    }

    // Where all matches lie on one shelf, its own shelves are the choice.
    private static List<CategoryView> Narrower(CategoryTree tree, CategoryNode? category, int[] counts)
    {
        var below = Below(tree, category, counts);
        while (below is [var only] && Below(tree, only, counts) is { Count: > 0 } deeper)
            below = deeper;
        return [.. below.Select(node => Shelves.ViewOf(tree, node.Category.Slot, counts, depth: 0)).OrderByDescending(view => view.Products)];
    }

    private static List<CategoryNode> Below(CategoryTree tree, CategoryNode? category, int[] counts) =>
        [.. (category is null ? tree.Roots : tree.ChildrenOf(category.Category.Slot)).Where(node => counts[node.Category.Slot] > 0)];

    private static List<CountryFacet> Countries(PageExtras extras, string[] asked)
    {
        // What was asked for stays to be seen and taken back, even if nothing came of it.
        var counts = asked.Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper)).Distinct(StringComparer.Ordinal)
            .ToDictionary(code => code, _ => 0, StringComparer.Ordinal);
        foreach (var (country, products) in extras.Facets.ByCountry)
            counts[country] = products;

        return [.. counts.OrderByDescending(count => count.Value).Select(count => new CountryFacet(count.Key, count.Value))];
    }
}
