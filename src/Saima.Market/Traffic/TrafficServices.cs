using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Saima.Engine.Policies;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;

namespace Saima.Market.Traffic;

/// <summary>Which parts carry the traffic? Everything that needs the log, the secrets and the rule in force.</summary>
public static class TrafficServices
{
    /// <summary>Registers the room over a log that is open.</summary>
    public static IServiceCollection AddTraffic(this IServiceCollection services, IEventStore log, MarketSecrets secrets, Policy policy)
    {
        services.TryAddSingleton(log);
        services.TryAddSingleton(new VisitorHashes(secrets.HashKey));
        services.TryAddSingleton(provider => new AllocationIdMint(secrets.MacKey, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(new LiveEngine(log, policy));
        services.TryAddSingleton<OutboxRelay>();
        services.TryAddSingleton<LiveEngineLoop>();
        services.TryAddSingleton<AllocatePage>();
        services.TryAddSingleton<ExplainPlace>();
        services.TryAddSingleton(provider => new ResolveEvent(
            provider.GetRequiredService<LiveEngine>(),
            log,
            provider.GetRequiredService<NameSlots>(),
            provider.GetRequiredService<VisitorHashes>(),
            secrets.MacKey));
        services.TryAddSingleton<RecordEvents>();
        return services;
    }
}
