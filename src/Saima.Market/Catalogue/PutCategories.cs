namespace Saima.Market.Catalogue;

/// <summary>Takes categories into the catalogue: new ones with all above them, known ones with their new names.</summary>
public sealed class PutCategories(MarketWriter writer, TimeProvider clock)
{
    public Task<BulkAnswer> RunAsync(Stream body, BulkOptions options, CancellationToken cancel = default)
    {
        var run = new BulkRun<CategoryDocument>(writer, "path", document => document.Path, WriteAsync);
        return run.RunAsync(BulkReader.ReadCategories(body, clock.GetUtcNow(), cancel), options.IsAtomic, cancel);
    }

    private static async Task WriteAsync(MarketWrite market, BulkChunk<CategoryDocument> chunk, CancellationToken cancel)
    {
        var change = await market.CatalogueAsync(cancel);
        var shelf = await CategoryShelf.OpenAsync(market.Db, change, [.. chunk.Lines.Select(line => line.Document.Path)], cancel);
        foreach (var (_, document) in chunk.Lines)
            chunk.Tally.Accept(isUnchanged: !shelf.Put(document));

        await market.SaveAsync(cancel);
    }
}
