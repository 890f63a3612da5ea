using Saima.Market.Traffic;
using Saima.Tests.Storefront;

namespace Saima.Tests.Browser;

/// <summary>The small market with the hostile texts, served once for all tests of a class.</summary>
public sealed class ServedTestMarket : IAsyncLifetime
{
    private ServedMarket _served = null!;

    public string Address => _served.Address;

    public IEventStore Log => _served.Log;

    public async ValueTask InitializeAsync()
    {
        var folder = ServedMarket.NewFolder();
        await TestMarket.FillAsync(folder);
        _served = await ServedMarket.OpenAsync(folder, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _served.DisposeAsync();
}
