namespace Saima.Engine.Catalogue;

/// <summary>Makes a segment of what one or several threads read: rows in order of category and product slot, terms turned round.</summary>
internal static class SegmentBuild
{
    public static Segment Of(IReadOnlyList<SegmentPart> parts)
    {
        var order = InOrder(parts);
        var rows = new SegmentRows(order.Length);
        var (chunks, firstChunk) = Join(parts);
        var postings = new PostingsBuilder(order.Length);
        foreach (var part in parts)
            part.Forward.CountInto(postings);
        postings.Lay();
        for (var at = 0; at < order.Length; at++)
        {
            var (part, row) = (order[at].Part, order[at].Row);
            parts[part].CopyTo(row, rows, at, firstChunk[part]);
            parts[part].Forward.AddInto(postings, row, at);
        }

        return new Segment(rows, new Listings(chunks, rows.Listing, order.Length), postings.Build());
    }

    // One number to sort by: category in its upper half, slot in its lower.
    private static (int Part, int Row)[] InOrder(IReadOnlyList<SegmentPart> parts)
    {
        var count = 0;
        foreach (var part in parts)
            count += part.Count;
        if (count > Postings.MostRows)
            throw new ArgumentException($"{count:N0} products are more than one engine can hold: {Postings.MostRows:N0}");
        var (keys, order) = (new ulong[count], new (int, int)[count]);
        var at = 0;
        for (var p = 0; p < parts.Count; p++)
        {
            for (var row = 0; row < parts[p].Count; row++, at++)
                (keys[at], order[at]) = (((ulong)parts[p].CategorySlotAt(row) << 32) | (uint)parts[p].ProductSlotAt(row), (p, row));
        }

        Array.Sort(keys, order);
        return order;
    }

    private static (byte[][] Chunks, int[] FirstChunk) Join(IReadOnlyList<SegmentPart> parts)
    {
        var (chunks, first) = (new List<byte[]>(), new int[parts.Count]);
        for (var p = 0; p < parts.Count; p++)
        {
            first[p] = chunks.Count;
            chunks.AddRange(parts[p].Chunks());
        }

        return ([.. chunks], first);
    }
}
