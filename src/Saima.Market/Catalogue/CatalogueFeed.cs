using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>What changed in the catalogue, for those in this process who follow it: every committed batch, in order of sequence.</summary>
/// <remarks>
/// To miss nothing: subscribe first, then <see cref="LoadCatalogue"/>, then pass over batches up to the loaded sequence.
/// A follower that falls <see cref="Backlog"/> batches behind makes writers wait; it has to read on or be disposed.
/// </remarks>
public sealed class CatalogueFeed
{
    /// <summary>Batches (of up to 1,000 rows) that may wait for a follower: some 100 MB of rows at worst.</summary>
    public const int Backlog = 64;

    private readonly Lock _gate = new();
    private CatalogueSubscription[] _followers = [];
    private Action<CatalogueBatch>[] _listeners = [];

    /// <summary>Follows from the next batch on, through a channel.</summary>
    public CatalogueSubscription Subscribe()
    {
        var follower = new CatalogueSubscription(Leave);
        lock (_gate)
            _followers = [.. _followers, follower];

        return follower;
    }

    /// <summary>Calls back at every batch, in the writer's own turn: the callback must be quick and must not throw.</summary>
    public void Listen(Action<CatalogueBatch> listener)
    {
        lock (_gate)
            _listeners = [.. _listeners, listener];
    }

    internal async Task PublishAsync(CatalogueBatch batch)
    {
        foreach (var listener in Volatile.Read(ref _listeners))
            listener(batch);

        foreach (var follower in Volatile.Read(ref _followers))
            await follower.SendAsync(batch);
    }

    private void Leave(CatalogueSubscription follower)
    {
        lock (_gate)
            _followers = [.. _followers.Where(other => other != follower)];
    }
}
