using System.Buffers.Binary;

namespace Saima.Engine.Records;

/// <summary>A decision as bytes: little-endian, a version first, no name twice.</summary>
/// <remarks>
/// Per slot 15 bytes of who, where and how likely, 8 of match and multipliers, 36 of stage terms; per page the distinct categories
/// and three tables of shared weights.
/// </remarks>
public static class RecordBytes
{
    private const byte Version = 1;

    /// <summary>Packs a record.</summary>
    public static byte[] Pack(AllocationRecord record)
    {
        using var stream = new MemoryStream(160 + record.Slots.Length * 64);
        using var to = new BinaryWriter(stream);
        to.Write(Version);
        to.Write(record.FirstSlot);
        to.Write(record.Matched);
        to.Write((byte)record.Slots.Length);
        to.Write((byte)record.Categories.Length);
        foreach (var category in record.Categories)
            to.Write(category);
        PackShared(to, record.Click);
        PackShared(to, record.Inquiry);
        PackShared(to, record.Order);
        foreach (var slot in record.Slots)
            PackSlot(to, slot, Array.BinarySearch(record.Categories, slot.CategorySlot));
        to.Flush();
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Pack"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are cut short, too long, or of an unknown version.</exception>
    public static AllocationRecord Unpack(ReadOnlySpan<byte> bytes)
    {
        var from = new Reader(bytes);
        if (from.Byte() is var version && version != Version)
            throw new InvalidDataException($"allocation record of version {version}; this program reads version {Version}");
        var (firstSlot, matched, slotCount) = (from.Int(), from.Int(), from.Byte());
        var categories = new int[from.Byte()];
        for (var i = 0; i < categories.Length; i++)
            categories[i] = from.Int();
        var shared = new SharedWeights[3];
        for (var stage = 0; stage < shared.Length; stage++)
            shared[stage] = UnpackShared(ref from, categories.Length);
        var slots = new SlotRecord[slotCount];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = UnpackSlot(ref from, categories);
        from.End();
        return new AllocationRecord
        {
            FirstSlot = firstSlot,
            Matched = matched,
            Slots = slots,
            Categories = categories,
            Click = shared[0],
            Inquiry = shared[1],
            Order = shared[2],
        };
    }

    private static void PackShared(BinaryWriter to, SharedWeights weights)
    {
        to.Write(weights.Base);
        to.Write(weights.BetaSquared);
        foreach (var mean in weights.ByCategory)
            to.Write(mean);
        foreach (var mean in weights.ByMatch)
            to.Write(mean);
    }

    private static SharedWeights UnpackShared(ref Reader from, int categories)
    {
        var (baseMean, betaSquared) = (from.Float(), from.Float());
        var (byCategory, byMatch) = (new float[categories], new float[AllocationRecord.MatchBuckets]);
        for (var i = 0; i < byCategory.Length; i++)
            byCategory[i] = from.Float();
        for (var i = 0; i < byMatch.Length; i++)
            byMatch[i] = from.Float();
        return new SharedWeights(baseMean, betaSquared, byCategory, byMatch);
    }

    private static void PackSlot(BinaryWriter to, in SlotRecord slot, int categoryIndex)
    {
        to.Write(slot.ProductSlot);
        to.Write(slot.SellerSlot);
        to.Write((byte)categoryIndex);
        to.Write((byte)slot.Lane);
        to.Write(slot.MatchBucket);
        to.Write(slot.Propensity);
        to.Write(slot.MatchLog);
        to.Write(slot.MultiplierLog);
        PackStage(to, slot.Click);
        PackStage(to, slot.Inquiry);
        PackStage(to, slot.Order);
    }

    private static SlotRecord UnpackSlot(ref Reader from, int[] categories)
    {
        var (product, seller, category) = (from.Int(), from.Int(), from.Byte());
        if (category >= categories.Length)
            throw new InvalidDataException("allocation record names a category that it does not list");
        return new SlotRecord
        {
            ProductSlot = product,
            SellerSlot = seller,
            CategorySlot = categories[category],
            Lane = (Lane)from.Byte(),
            MatchBucket = from.Byte(),
            Propensity = from.Float(),
            MatchLog = from.Float(),
            MultiplierLog = from.Float(),
            Click = UnpackStage(ref from),
            Inquiry = UnpackStage(ref from),
            Order = UnpackStage(ref from),
        };
    }

    private static void PackStage(BinaryWriter to, StageRecord stage)
    {
        to.Write(stage.Product);
        to.Write(stage.Supplier);
        to.Write(stage.Variance);
    }

    private static StageRecord UnpackStage(ref Reader from) => new(from.Float(), from.Float(), from.Float());

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public byte Byte() => Take(1)[0];

        public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

        public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

        public readonly void End()
        {
            if (_left.Length > 0)
                throw new InvalidDataException($"allocation record has {_left.Length} bytes too many");
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if (_left.Length < count)
                throw new InvalidDataException("allocation record is cut short");
            var taken = _left[..count];
            _left = _left[count..];
            return taken;
        }
    }
}
