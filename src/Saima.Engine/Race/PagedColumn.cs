using Saima.Engine.Kernels;

namespace Saima.Engine.Race;

/// <summary>Which eight numbers stand at an index? In pages that epochs share; never changes.</summary>
/// <remarks>Made by <see cref="PagedColumnState"/>. Two steps lead to a page, so that no array is long enough for the heap of large objects.</remarks>
internal sealed class PagedColumn
{
    /// <summary>Octets on a page, 512 bytes; a segment's first row begins one. Why so few: decision 0012.</summary>
    public const int PageSize = 1 << PageBits;

    private const int PageBits = 4;
    private const int ChunkBits = 8;

    private readonly Octet[][][] _chunks;

    /// <summary>Copies the list of pages; the pages are shared.</summary>
    public PagedColumn(ReadOnlySpan<Octet[]> pages)
    {
        _chunks = new Octet[(pages.Length + (1 << ChunkBits) - 1) >> ChunkBits][][];
        for (var chunk = 0; chunk < _chunks.Length; chunk++)
        {
            var start = chunk << ChunkBits;
            _chunks[chunk] = pages.Slice(start, Math.Min(1 << ChunkBits, pages.Length - start)).ToArray();
        }
    }

    public ref readonly Octet this[int index] =>
        ref _chunks[index >> (PageBits + ChunkBits)][(index >> PageBits) & ((1 << ChunkBits) - 1)][index & (PageSize - 1)];

    /// <summary>Pages that hold so many octets.</summary>
    public static int PagesOf(int count) => (count + PageSize - 1) >> PageBits;

    /// <summary>The page of an index.</summary>
    public static int PageOf(int index) => index >> PageBits;
}
