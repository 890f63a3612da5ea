using System.Globalization;
using Saima.Engine.Race;
using Saima.Storefront.Views;

namespace Saima.Storefront.Sample;

/// <summary>An invented race: words contained, order by a hash.</summary>
internal static class SampleRace
{
    public static ResultsView Run(List<SampleProduct> all, SearchAsk ask, string? category, Func<string?, int, IEnumerable<CategoryView>> shelves)
    {
        var words = (ask.Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var filtered = all.FindAll(p => Passes(p, ask, category));
        var complete = filtered.FindAll(p => Missing(p, words).Length == 0);
        var matches = complete.Count >= 48 || words.Length == 0 ? complete : filtered.FindAll(p => Missing(p, words).Length <= words.Length * 0.4);
        matches = [.. matches.OrderBy(p => Missing(p, words).Length).ThenBy(p => p.Hash)];
        var first = int.TryParse(ask.Cursor, CultureInfo.InvariantCulture, out var from) ? from : 0;
        var cards = matches.Skip(first).Take(MarketWindow.CardsOnAPage).Select((p, i) => Card(p, first + i, words)).ToList();
        return new ResultsView
        {
            AllocationId = matches.Count == 0 ? "" : "a-0sample000000000000000000",
            Matched = matches.Count,
            Raced = matches.Count,
            Relaxed = [.. cards.SelectMany(c => c.Why!.MissingWords).Distinct()],
            Corrected = ask.Query == "palet jack" ? "pallet jack" : null,
            Category = category is null ? null : new CategoryView(category, matches.Count, [.. shelves(category, 1)]),
            FirstSlot = first,
            Cards = cards,
            Next = first + cards.Count < matches.Count ? (first + cards.Count).ToString(CultureInfo.InvariantCulture) : null,
            Facets = new FacetView(
                [.. shelves(category, 1)],
                [.. matches.GroupBy(p => SampleMarket.SellerLine(p.Seller).Country).Select(g => new CountryFacet(g.Key, g.Count())).OrderByDescending(c => c.Products)],
                "USD"),
        };
    }

    private static bool Passes(SampleProduct product, SearchAsk ask, string? category)
    {
        var seller = SampleMarket.SellerLine(product.Seller);
        return (category is null || product.IsIn(category))
            && (ask.Countries.Length == 0 || ask.Countries.Contains(seller.Country))
            && (!ask.CheckedOnly || seller.Checked is not null)
            && (ask.MaxMoq is null || product.Moq <= ask.MaxMoq)
            && (ask.MaxPrice is null || product.Price?.MinMicros <= ask.MaxPrice * 1_000_000);
    }

    private static string[] Missing(SampleProduct product, string[] words) =>
        Array.FindAll(words, w => !product.Title.Contains(w, StringComparison.OrdinalIgnoreCase) && !product.Category.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static CardView Card(SampleProduct product, int slot, string[] words)
    {
        var lane = slot % 16 == 7 ? Lane.Newcomer : Lane.Merit;
        return product.Card() with { Lane = lane, Why = Why(product, lane, words, slot) };
    }

    private static WhyView Why(SampleProduct product, Lane lane, string[] words, int slot)
    {
        WhyTerm Term(string name, double chance, int salt) =>
            new(name, Math.Log(chance), chance, lane == Lane.Newcomer ? Comparison.Unknown : (Comparison)((product.Hash >> salt) % 4));
        return new WhyView
        {
            Lane = lane,
            ByWords = words.Length > 0,
            MissingWords = Missing(product, words),
            NextRatio = slot == 0 ? null : 1.05,
            Terms = [new WhyTerm("match", -0.11, null, Comparison.Unknown), Term("click", 0.11, 4), Term("inquiry", 0.08, 6), Term("order", 0.2, 8)],
        };
    }
}
