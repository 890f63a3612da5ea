namespace Saima.Engine.Catalogue;

/// <summary>Changes a paged array without touching what was published of it: a page is copied at its first change after a publication.</summary>
/// <param name="fill">What stands where nothing was set.</param>
internal sealed class PagedEdit<T>(T fill)
{
    private T[][] _pages = [];
    private bool[] _own = [];

    /// <summary>Numbers in [0, length) hold something.</summary>
    public int Length => _pages.Length << Paged<T>.PageBits;

    /// <summary>What stands at a number; the fill beyond the end.</summary>
    public T this[int index]
    {
        get => (uint)index < (uint)Length ? _pages[index >> Paged<T>.PageBits][index & (Paged<T>.PageLength - 1)] : fill;
        set => OwnPage(index >> Paged<T>.PageBits)[index & (Paged<T>.PageLength - 1)] = value;
    }

    /// <summary>Makes room for so many numbers.</summary>
    public void Reserve(int length)
    {
        var pages = (length + Paged<T>.PageLength - 1) >> Paged<T>.PageBits;
        var before = _pages.Length;
        if (pages <= before)
            return;
        Array.Resize(ref _pages, pages);
        Array.Resize(ref _own, pages);
        for (var page = before; page < pages; page++)
        {
            _pages[page] = new T[Paged<T>.PageLength];
            Array.Fill(_pages[page], fill);
            _own[page] = true;
        }
    }

    /// <summary>What stands now, for good.</summary>
    public Paged<T> Publish()
    {
        Array.Clear(_own);
        return new Paged<T>((T[][])_pages.Clone());
    }

    private T[] OwnPage(int page)
    {
        if (page >= _pages.Length)
            Reserve((page + 1) << Paged<T>.PageBits);
        if (!_own[page])
        {
            _pages[page] = (T[])_pages[page].Clone();
            _own[page] = true;
        }

        return _pages[page];
    }
}
