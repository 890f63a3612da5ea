using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Inquiries;
using Saima.Market.Policies;

namespace Saima.Market;

/// <summary>Which of the market's parts does a program get? All use cases; the database is added by its own project.</summary>
public static class MarketServices
{
    public static IServiceCollection AddMarket(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<CatalogueFeed>();
        services.TryAddSingleton<MarketWriter>();

        services.TryAddSingleton<PutCategories>();
        services.TryAddSingleton<PutSellers>();
        services.TryAddSingleton<PutProducts>();
        services.TryAddSingleton<DeleteProduct>();
        services.TryAddSingleton<DeleteSeller>();
        services.TryAddSingleton<LoadCatalogue>();
        services.TryAddSingleton<ReadCatalogue>();
        services.TryAddSingleton<NameSlots>();

        services.TryAddSingleton<CurrentPolicy>();
        services.TryAddSingleton<ActivatePolicy>();
        services.TryAddSingleton<ProposePolicy>();
        services.TryAddSingleton<SeedPolicies>();

        services.TryAddSingleton<FindKey>();
        services.TryAddSingleton<IssueKey>();
        services.TryAddSingleton<RevokeKey>();

        services.TryAddSingleton<SendInquiry>();
        services.TryAddSingleton<Outbox>();
        return services;
    }
}
