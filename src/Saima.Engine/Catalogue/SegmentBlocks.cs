namespace Saima.Engine.Catalogue;

/// <summary>A segment as arrays in a file: columns, packed listings, inverted lists.</summary>
/// <remarks>Its terms are numbered anew, in the order of its lists: words that nothing for sale holds any more stay behind.</remarks>
internal sealed class SegmentBlocks
{
    private readonly SegmentRows _rows;
    private readonly byte[][] _chunks;
    private readonly int _packed;
    private readonly int[] _starts;
    private readonly uint[] _sparse;
    private readonly int[] _denseIndex;
    private readonly (ulong[] Bits, byte[] Impacts)[] _dense;

    /// <summary>Reads the arrays and looks into none of them.</summary>
    public SegmentBlocks(BlockReader from)
    {
        _rows = new SegmentRows(from.Read<int>(), from.Read<int>(), from.Read<int>())
        {
            Moq = from.Read<int>(),
            MinPriceMicros = from.Read<long>(),
            Currency = from.Read<ushort>(),
            Listing = from.Read<ListingAt>(),
        };
        _packed = from.Count();
        _chunks = new byte[from.Count()][];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
            _chunks[chunk] = from.Read<byte>();
        (_starts, _sparse, _denseIndex) = (from.Read<int>(), from.Read<uint>(), from.Read<int>());
        _dense = new (ulong[], byte[])[_denseIndex.Length];
        for (var list = 0; list < _dense.Length; list++)
            _dense[list] = (from.Read<ulong>(), from.Read<byte>());
    }

    /// <summary>Writes a segment; the words of its terms are the caller's to write, in the same order.</summary>
    public static void Write(Segment segment, BlockWriter to)
    {
        WriteColumns(segment.Columns, to);
        to.Count(segment.Listings.Packed);
        to.Count(segment.Listings.Chunks.Length);
        foreach (var chunk in segment.Listings.Chunks)
            to.Write<byte>(chunk);
        WriteLists(segment.Postings, to);
    }

    /// <summary>The segment, of terms numbered from 0; only of what has come through whole.</summary>
    public Segment ToSegment()
    {
        var (terms, dense) = (new int[_starts.Length - 1], new DenseList?[_starts.Length - 1]);
        for (var index = 0; index < terms.Length; index++)
            terms[index] = index;
        for (var list = 0; list < _dense.Length; list++)
            dense[_denseIndex[list]] = new DenseList(_dense[list].Bits, _dense[list].Impacts);
        return new Segment(_rows, new Listings(_chunks, _rows.Listing, _packed), new Postings(terms, _starts, _sparse, dense));
    }

    private static void WriteColumns(SegmentRows rows, BlockWriter to)
    {
        to.Write<int>(rows.ProductSlot);
        to.Write<int>(rows.SellerSlot);
        to.Write<int>(rows.CategorySlot);
        to.Write<int>(rows.Moq);
        to.Write<long>(rows.MinPriceMicros);
        to.Write<ushort>(rows.Currency);
        to.Write<ListingAt>(rows.Listing);
    }

    private static void WriteLists(Postings postings, BlockWriter to)
    {
        var dense = new List<int>();
        for (var index = 0; index < postings.TermCount; index++)
        {
            if (postings.At(index).Dense is not null)
                dense.Add(index);
        }

        to.Write<int>(postings.Starts);
        to.Write<uint>(postings.Sparse);
        to.Write<int>(dense.ToArray());
        foreach (var index in dense)
        {
            var list = postings.At(index).Dense!;
            to.Write<ulong>(list.Bits);
            to.Write<byte>(list.Impacts);
        }
    }
}
