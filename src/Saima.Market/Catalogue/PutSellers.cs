using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>Takes suppliers into the catalogue, new and known ones.</summary>
/// <remarks>For the operator alone: what a document says of membership and of checks is taken as it stands.</remarks>
public sealed class PutSellers(MarketWriter writer, TimeProvider clock)
{
    public Task<BulkAnswer> RunAsync(Stream body, BulkOptions options, CancellationToken cancel = default)
    {
        var run = new BulkRun<SellerDocument>(writer, "id", document => document.Id, WriteAsync);
        return run.RunAsync(BulkReader.ReadSellers(body, clock.GetUtcNow(), cancel), options.IsAtomic, cancel);
    }

    private static async Task WriteAsync(MarketWrite market, BulkChunk<SellerDocument> chunk, CancellationToken cancel)
    {
        var db = market.Db;
        var change = await market.CatalogueAsync(cancel);
        var ids = chunk.Lines.Select(line => line.Document.Id).ToArray();
        var known = await db.Sellers.Where(row => EF.Parameter(ids).Contains(row.Id))
            .Select(row => new { row.Id, row.Slot, row.ContentHash, IsLive = row.DeletedSequence == null })
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancel);
        var nextSlot = await db.Sellers.MaxAsync(row => (int?)row.Slot, cancel) + 1 ?? 0;

        foreach (var (_, document) in chunk.Lines)
        {
            var hash = ContentHash.Of(document);
            var old = known.GetValueOrDefault(document.Id);
            var isUnchanged = old is { IsLive: true } && old.ContentHash == hash;
            chunk.Tally.Accept(isUnchanged);
            if (isUnchanged)
                continue;

            var row = RowOf(document, old?.Slot ?? nextSlot++, hash, change.Sequence);
            db.Entry(row).State = old is null ? EntityState.Added : EntityState.Modified;
            change.Put(row);
        }

        await market.SaveAsync(cancel);
    }

    private static SellerRow RowOf(SellerDocument document, int slot, long hash, long sequence) => new()
    {
        Slot = slot,
        Id = document.Id,
        Name = document.Name,
        Country = document.Country ?? "",
        Kind = document.Kind ?? Engine.Catalogue.SellerKind.Unknown,
        Membership = document.Membership,
        JoinedOn = document.JoinedOn,
        ChecksJson = JsonColumn.Write(document.Checks),
        CertificatesJson = JsonColumn.Write(document.Certificates),
        Employees = document.Employees,
        InquiriesPerDayCapacity = document.InquiriesPerDayCapacity,
        LicenceNumber = document.LicenceNumber,
        ContentHash = hash,
        ChangedSequence = sequence,
    };
}
