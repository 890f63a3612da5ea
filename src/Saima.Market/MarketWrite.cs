using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;
using Saima.Market.Catalogue;

namespace Saima.Market;

/// <summary>One transaction on the market's tables, while it lasts.</summary>
public sealed class MarketWrite(MarketDb db)
{
    private CatalogueChange? _change;

    /// <summary>Does not detect changes by itself: add, update and remove explicitly.</summary>
    public MarketDb Db { get; } = db;

    public bool IsAbandoned { get; private set; }

    /// <summary>Rolls back at the end instead of committing.</summary>
    public void Abandon() => IsAbandoned = true;

    /// <summary>What this transaction does to the catalogue; the sequence is taken only if something was put into it.</summary>
    public async Task<CatalogueChange> CatalogueAsync(CancellationToken cancel)
    {
        if (_change is null)
        {
            var sequence = await Db.CatalogueCounters.Select(counter => counter.Sequence).SingleAsync(cancel);
            _change = new CatalogueChange(sequence + 1);
        }

        return _change;
    }

    /// <summary>Writes the rows that were added or changed and lets go of them.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        await Db.SaveChangesAsync(cancel);
        Db.ChangeTracker.Clear();
    }

    internal async Task BookSequenceAsync(CancellationToken cancel)
    {
        if (_change is { IsEmpty: false } change)
            await Db.CatalogueCounters.ExecuteUpdateAsync(row => row.SetProperty(counter => counter.Sequence, change.Sequence), cancel);
    }

    internal CatalogueBatch? Batch() => _change is { IsEmpty: false } change ? change.ToBatch() : null;
}
