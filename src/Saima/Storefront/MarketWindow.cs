using Saima.Storefront.Sample;
using Saima.Storefront.Views;
using Saima.Storefront.Visits;

namespace Saima.Storefront;

/// <summary>What do the buyers' pages see of the market, and what do they tell it? Everything they know passes here.</summary>
public sealed class MarketWindow(SampleMarket market)
{
    /// <summary>Page size of results: four rows of twelve, or what a phone scrolls through in a minute.</summary>
    public const int CardsOnAPage = 48;

    /// <summary>What stands in the market today.</summary>
    public Task<HomeView> LookAroundAsync(CancellationToken cancel) => Task.FromResult(market.Home());

    /// <summary>Holds a race for what was asked and answers its page; <see cref="SearchAsk.Query"/> leads.</summary>
    public Task<ResultsView> SearchAsync(SearchAsk ask, Visitor visitor, CancellationToken cancel) => Task.FromResult(market.Race(ask, null));

    /// <summary>Holds a race in a category and below; null if there is no such category.</summary>
    public Task<ResultsView?> BrowseAsync(string categoryPath, SearchAsk ask, Visitor visitor, CancellationToken cancel) =>
        Task.FromResult(market.HasCategory(categoryPath) ? market.Race(ask, categoryPath) : null);

    /// <summary>The product, or null if there is none of that id.</summary>
    public Task<ProductView?> ShowProductAsync(string productId, CancellationToken cancel) => Task.FromResult(market.Product(productId));

    /// <summary>The supplier with its products, or null if there is none of that id.</summary>
    public Task<SupplierView?> ShowSupplierAsync(string supplierId, CancellationToken cancel) => Task.FromResult(market.Supplier(supplierId));

    /// <summary>The rule in force.</summary>
    public Task<RankingRuleView> ReadRuleAsync(CancellationToken cancel) => Task.FromResult(SampleRule.View);

    /// <summary>Of what to draw a placeholder, or null if there is no such product.</summary>
    public Task<PictureSubject?> FindPictureAsync(string productId, CancellationToken cancel) => Task.FromResult(market.Picture(productId));

    /// <summary>Hands the inquiry to the supplier; null if the product is not offered any more.</summary>
    public Task<InquiryReceipt?> SendInquiryAsync(string productId, string? allocationId, InquiryForm form, Visitor visitor, CancellationToken cancel) =>
        Task.FromResult(market.Inquire(productId));

    /// <summary>A card of that page was opened; an id that is not ours is ignored.</summary>
    public Task RecordClickAsync(string allocationId, string productId, Visitor visitor, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>These cards of that page came into view; ids that are not ours are ignored.</summary>
    public Task RecordSeenAsync(string allocationId, IReadOnlyList<string> productIds, Visitor visitor, CancellationToken cancel) => Task.CompletedTask;
}
