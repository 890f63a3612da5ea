using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>What is the whole live catalogue, and as of which sequence? Read once, when an engine starts.</summary>
/// <remarks>
/// One reader, for one transaction sees one moment; the texts are taken in by a lane a core, which forgets each product as soon as it
/// is packed. What is on its way between them is bounded.
/// </remarks>
public sealed class LoadCatalogue(IDbContextFactory<MarketDb> contexts)
{
    private const int ChunkRows = 256;
    private const int ChunksOnTheirWay = 16;

    /// <summary>Reads everything into an empty catalogue.</summary>
    public async Task<Snapshot> RunAsync(CatalogueState into, CancellationToken cancel = default)
    {
        await using var tables = await CatalogueReading.OpenAsync(contexts, cancel);
        using var load = into.BeginLoad(await tables.CategoriesAsync(cancel), await tables.SellersAsync(cancel));
        var rows = Channel.CreateBounded<ProductRow[]>(new BoundedChannelOptions(ChunksOnTheirWay) { SingleWriter = true });
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var lanes = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => load.OpenLane()).ToList();
        await Task.WhenAll([
            Task.Run(() => EndingAllAsync(WriteAsync(tables, rows.Writer, failure.Token), failure), CancellationToken.None),
            .. lanes.Select(lane => Task.Run(() => EndingAllAsync(TakeAsync(rows.Reader, lane, failure.Token), failure), CancellationToken.None)),
        ]);
        return load.Finish(tables.Sequence);
    }

    /// <summary>What changed after a sequence, as one batch with all categories and suppliers; it carries the sequence of its own reading.</summary>
    public async Task<CatalogueBatch> ChangedAfterAsync(long sequence, CancellationToken cancel = default)
    {
        await using var tables = await CatalogueReading.OpenAsync(contexts, cancel);
        return await tables.ChangedAfterAsync(sequence, cancel);
    }

    // Whoever fails ends the others, which would wait for rows or room for ever.
    private static async Task EndingAllAsync(Task work, CancellationTokenSource failure)
    {
        try
        {
            await work;
        }
        catch (Exception)
        {
            await failure.CancelAsync();
            throw;
        }
    }

    private static async Task WriteAsync(CatalogueReading tables, ChannelWriter<ProductRow[]> to, CancellationToken cancel)
    {
        var chunk = new List<ProductRow>(ChunkRows);
        await foreach (var row in tables.ProductsAsync(cancel))
        {
            chunk.Add(row);
            if (chunk.Count < ChunkRows)
                continue;
            await to.WriteAsync([.. chunk], cancel);
            chunk.Clear();
        }

        await to.WriteAsync([.. chunk], cancel);
        to.Complete();
    }

    private static async Task TakeAsync(ChannelReader<ProductRow[]> from, LoadLane lane, CancellationToken cancel)
    {
        await foreach (var chunk in from.ReadAllAsync(cancel))
        {
            foreach (var row in chunk)
                lane.Add(row.ToEngine());
        }
    }
}
