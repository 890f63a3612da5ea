using Saima.Storefront.Views;
using Saima.Storefront.Visits;
using Saima.Storefront.Window;

namespace Saima.Storefront;

/// <summary>What do the buyers' pages see of the market, and what do they tell it? Everything they know passes here.</summary>
public sealed class MarketWindow(ShowHome home, ShowResults results, ShowProducts products, ShowRule rule, TakeVisits visits)
{
    /// <summary>Page size of results: four rows of twelve, or what a phone scrolls through in a minute.</summary>
    public const int CardsOnAPage = 48;

    /// <summary>What stands in the market today.</summary>
    public Task<HomeView> LookAroundAsync(CancellationToken cancel) => home.RunAsync(cancel);

    /// <summary>Holds a race for what was asked and answers its page; <see cref="SearchAsk.Query"/> leads.</summary>
    public async Task<ResultsView> SearchAsync(SearchAsk ask, Visitor visitor, CancellationToken cancel) =>
        (await results.RunAsync(ask, null, visitor, cancel))!;

    /// <summary>Holds a race in a category and below; null if there is no such category.</summary>
    public Task<ResultsView?> BrowseAsync(string categoryPath, SearchAsk ask, Visitor visitor, CancellationToken cancel) =>
        results.RunAsync(ask, categoryPath, visitor, cancel);

    /// <summary>The product, or null if there is none of that id.</summary>
    public Task<ProductView?> ShowProductAsync(string productId, CancellationToken cancel) => products.ProductAsync(productId, cancel);

    /// <summary>The supplier with its products, or null if there is none of that id.</summary>
    public Task<SupplierView?> ShowSupplierAsync(string supplierId, CancellationToken cancel) => products.SupplierAsync(supplierId, cancel);

    /// <summary>The rule in force.</summary>
    public Task<RankingRuleView> ReadRuleAsync(CancellationToken cancel) => rule.RunAsync(cancel);

    /// <summary>Hands the inquiry to the supplier; null if the product is not offered any more.</summary>
    public async Task<InquiryReceipt?> SendInquiryAsync(string productId, string? allocationId, InquiryForm form, Visitor visitor, CancellationToken cancel)
    {
        if (await products.ProductAsync(productId, cancel) is not { } product
            || await visits.InquireAsync(productId, allocationId, form, visitor, cancel) is not { } id)
            return null;
        return new InquiryReceipt(id, productId, product.Title, product.Supplier.Name);
    }

    /// <summary>A card of that page was opened; an id that is not ours is ignored.</summary>
    public Task RecordClickAsync(string allocationId, string productId, Visitor visitor, CancellationToken cancel) =>
        visits.ClickAsync(allocationId, productId, visitor, cancel);

    /// <summary>These cards of that page came into view; ids that are not ours are ignored.</summary>
    public Task RecordSeenAsync(string allocationId, IReadOnlyList<string> productIds, Visitor visitor, CancellationToken cancel) =>
        visits.SeenAsync(allocationId, productIds, visitor, cancel);
}
