namespace Saima.Market.Catalogue;

/// <summary>How does a bulk body become committed chunks? The story that categories, suppliers and products share.</summary>
/// <param name="idField">Name of the field that <paramref name="idOf"/> reads.</param>
/// <param name="write">Writes one chunk inside the transaction and counts each of its lines.</param>
internal sealed class BulkRun<TDocument>(
    MarketWriter writer, string idField, Func<TDocument, string> idOf, Func<MarketWrite, BulkChunk<TDocument>, CancellationToken, Task> write)
    where TDocument : class
{
    /// <summary>Lines in one transaction: enough to share its fsync, few enough not to keep other writers waiting.</summary>
    private const int ChunkLines = 1_000;

    private readonly BulkTally _tally = new();
    private readonly Dictionary<string, int> _lineOfId = new(StringComparer.Ordinal);
    private List<(int Line, TDocument Document)> _waiting = [];

    public async Task<BulkAnswer> RunAsync(IAsyncEnumerable<BulkItem<TDocument>> body, bool isAtomic, CancellationToken cancel)
    {
        long? sequence = null;
        await foreach (var item in body.WithCancellation(cancel))
        {
            Sort(item);
            if (!isAtomic && _waiting.Count == ChunkLines)
                sequence = await FlushAsync(isAtomic, cancel);
        }

        if (_waiting.Count > 0 || sequence is null)
            sequence = await FlushAsync(isAtomic, cancel);

        return _tally.Answer(sequence.Value);
    }

    private void Sort(BulkItem<TDocument> item)
    {
        if (item.Document is not { } document)
            _tally.Refuse(item.Refusals);
        else if (_lineOfId.TryAdd(idOf(document), item.Line))
            _waiting.Add((item.Line, document));
        else
            RefuseTwin(item.Line, idOf(document));
    }

    // The first one is taken: whichever the caller meant, it hears of the other by name.
    private void RefuseTwin(int line, string id) =>
        _tally.Refuse(line, id, idField, $"stands already on line {_lineOfId[id]}: {idField} {id}");

    private async Task<long> FlushAsync(bool isAtomic, CancellationToken cancel)
    {
        var lines = _waiting;
        _waiting = [];
        return await writer.WriteAsync(async market =>
        {
            foreach (var chunk in lines.Chunk(ChunkLines))
                await write(market, new BulkChunk<TDocument>(chunk, _tally), cancel);

            var change = await market.CatalogueAsync(cancel);
            if (!isAtomic || _tally.Rejected == 0)
                return change.SequenceThen;

            market.Abandon();
            _tally.AcceptNothing();
            return change.Sequence - 1;
        }, cancel);
    }
}
