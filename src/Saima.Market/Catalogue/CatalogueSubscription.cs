using System.Threading.Channels;
using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One follower's place in the feed; disposing it leaves the feed and ends the reader.</summary>
public sealed class CatalogueSubscription : IDisposable
{
    private readonly Channel<CatalogueBatch> _channel = Channel.CreateBounded<CatalogueBatch>(CatalogueFeed.Backlog);
    private readonly Action<CatalogueSubscription> _leave;

    internal CatalogueSubscription(Action<CatalogueSubscription> leave) => _leave = leave;

    /// <summary>The batches, in order of sequence.</summary>
    public ChannelReader<CatalogueBatch> Reader => _channel.Reader;

    public void Dispose()
    {
        _leave(this);
        _channel.Writer.TryComplete();
    }

    internal async Task SendAsync(CatalogueBatch batch)
    {
        try
        {
            await _channel.Writer.WriteAsync(batch);
        }
        catch (ChannelClosedException)
        {
            // The follower left while the batch was waiting for it.
        }
    }
}
