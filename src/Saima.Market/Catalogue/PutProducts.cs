namespace Saima.Market.Catalogue;

/// <summary>Takes listings into the catalogue, new and known ones; a supplier must be there before its products.</summary>
public sealed class PutProducts(MarketWriter writer, TimeProvider clock)
{
    public Task<BulkAnswer> RunAsync(Stream body, BulkOptions options, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var run = new BulkRun<ProductDocument>(writer, "id", document => document.Id, (market, chunk, stop) =>
            WriteAsync(market, chunk, options, UnixMicros.From(now), stop));
        return run.RunAsync(BulkReader.ReadProducts(body, now, cancel), options.IsAtomic, cancel);
    }

    private static async Task WriteAsync(
        MarketWrite market, BulkChunk<ProductDocument> chunk, BulkOptions options, long nowMicros, CancellationToken cancel)
    {
        var change = await market.CatalogueAsync(cancel);
        var shelf = await ProductShelf.OpenAsync(market.Db, change, [.. chunk.Lines.Select(line => line.Document)], cancel);
        foreach (var (line, document) in chunk.Lines)
        {
            if (shelf.Fault(document, options) is { } fault)
                chunk.Tally.Refuse(line, document.Id, fault.Field, fault.Message);
            else
                chunk.Tally.Accept(isUnchanged: !shelf.Put(document, nowMicros));
        }

        await market.SaveAsync(cancel);
        await shelf.WriteAsync(cancel);
    }
}
