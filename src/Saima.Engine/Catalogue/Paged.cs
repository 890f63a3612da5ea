namespace Saima.Engine.Catalogue;

/// <summary>What stands at a number? An immutable array in pages, so that a changed copy shares all pages that did not change.</summary>
/// <typeparam name="T">What stands there.</typeparam>
public sealed class Paged<T>
{
    internal const int PageBits = 10;
    internal const int PageLength = 1 << PageBits;
    private const int Mask = PageLength - 1;

    private readonly T[][] _pages;

    internal Paged(T[][] pages) => _pages = pages;

    /// <summary>Nothing at all.</summary>
    public static Paged<T> Empty { get; } = new([]);

    /// <summary>Numbers in [0, length) hold something; a multiple of the page.</summary>
    public int Length => _pages.Length << PageBits;

    /// <summary>What stands at a number below <see cref="Length"/>.</summary>
    public T this[int index] => _pages[index >> PageBits][index & Mask];

    internal T[][] Pages => _pages;
}
