using Saima.Engine.Kernels;

namespace Saima.Engine.Race;

/// <summary>Eight numbers by index that change between epochs; what was published stays as it was.</summary>
/// <remarks>Copy on write: a page that an epoch may read is replaced by a copy before it is written to.</remarks>
internal sealed class PagedColumnState
{
    private static readonly Octet[] Nobodys = new Octet[PagedColumn.PageSize];

    private Octet[][] _pages = [];
    private int[] _madeIn = []; // by page: the publication before which it was made
    private int _count;
    private int _publication = 1;

    /// <summary>Room for so many; what is there stays.</summary>
    public void Grow(int count)
    {
        if (count > _count)
            Arrange(count, [(0, 0, _count)]);
    }

    /// <summary>Gives stretches of rows other numbers; everything else is zero.</summary>
    /// <param name="count">Room for so many.</param>
    /// <param name="kept">Where each stretch began, begins now, and how long it is; both beginnings at the first octet of a page.</param>
    public void Arrange(int count, IReadOnlyList<(int From, int To, int Count)> kept)
    {
        var pages = new Octet[PagedColumn.PagesOf(count)][];
        var madeIn = new int[pages.Length];
        Array.Fill(pages, Nobodys);
        foreach (var (from, to, length) in kept)
        {
            var (source, target, number) = (PagedColumn.PageOf(from), PagedColumn.PageOf(to), PagedColumn.PagesOf(length));
            Array.Copy(_pages, source, pages, target, number);
            Array.Copy(_madeIn, source, madeIn, target, number);
        }

        (_pages, _madeIn, _count) = (pages, madeIn, count);
    }

    /// <summary>What stands there, to be written to.</summary>
    public ref Octet At(int index)
    {
        var page = PagedColumn.PageOf(index);
        if (_madeIn[page] != _publication)
        {
            _pages[page] = (Octet[])_pages[page].Clone();
            _madeIn[page] = _publication;
        }

        return ref _pages[page][index % PagedColumn.PageSize];
    }

    /// <summary>All as it stands now.</summary>
    public PagedColumn Publish()
    {
        _publication++;
        return new PagedColumn(_pages);
    }
}
