using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Saima.Market.Sqlite;

/// <summary>How does a program get the embedded database?</summary>
public static class SqliteServices
{
    /// <summary>Registers a market that was opened by <see cref="SqliteMarket.OpenAsync"/>.</summary>
    public static IServiceCollection AddSqliteMarket(this IServiceCollection services, IDbContextFactory<MarketDb> contexts)
    {
        services.TryAddSingleton(contexts);
        return services.AddMarket();
    }
}
