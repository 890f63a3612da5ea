using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;

namespace Saima.Market.Sqlite.Log;

/// <summary>How does a record become a row, and a row a record?</summary>
internal static class SegmentRows
{
    public const string AllocationColumns =
        "a.seq, a.id, a.at, a.visit, a.caller, a.previous, a.page, a.policy, a.policy_version, a.catalogue_through, a.learned_through, "
        + "r.intent, r.packed FROM allocation a JOIN record r ON r.seq = a.seq";

    public const string EventColumns = "seq, id, type, at, allocation, allocation_seq, position, product, visitor, json FROM event";

    public static object?[] Of(StoredAllocation stored) => stored.Entry is var e
        ? [stored.Sequence, Bytes(e.Id), e.AtMicros, e.VisitHash, e.CallerId, Bytes(e.Previous), e.PageNumber, e.PolicyName, e.PolicyVersion,
            e.CatalogueThrough, e.LearnedThrough]
        : [];

    public static object?[] RecordOf(StoredAllocation stored) => [stored.Sequence, stored.Entry.IntentJson, stored.Entry.Packed];

    public static object?[] Of(StoredEvent stored) => stored.Entry is var e
        ? [stored.Sequence, e.Id, (long)e.Type, e.AtMicros, Bytes(e.Allocation), e.AllocationSequence, e.Position, e.ProductId, e.VisitorHash, e.Json]
        : [];

    public static StoredAllocation Allocation(SqliteDataReader row) => new(row.GetInt64(0), new AllocationEntry
    {
        Id = Id(row, 1)!.Value,
        AtMicros = row.GetInt64(2),
        VisitHash = row.GetInt64(3),
        CallerId = Text(row, 4),
        Previous = Id(row, 5),
        PageNumber = row.GetInt32(6),
        PolicyName = row.GetString(7),
        PolicyVersion = row.GetInt32(8),
        CatalogueThrough = row.GetInt64(9),
        LearnedThrough = row.GetInt64(10),
        IntentJson = row.GetString(11),
        Packed = row.GetFieldValue<byte[]>(12),
    });

    public static StoredEvent Event(SqliteDataReader row) => new(row.GetInt64(0), new EventEntry
    {
        Id = row.GetString(1),
        Type = (EventType)row.GetByte(2),
        AtMicros = row.GetInt64(3),
        Allocation = Id(row, 4),
        AllocationSequence = row.GetInt64(5),
        Position = row.GetInt32(6),
        ProductId = Text(row, 7),
        VisitorHash = row.GetInt64(8),
        Json = row.GetString(9),
    });

    public static byte[] Bytes(AllocationId id)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id.Value);
        return bytes;
    }

    public static AllocationId? Id(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : new AllocationId(BinaryPrimitives.ReadUInt128BigEndian(row.GetFieldValue<byte[]>(column)));

    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[]? Bytes(AllocationId? id) => id is { } value ? Bytes(value) : null;
}
