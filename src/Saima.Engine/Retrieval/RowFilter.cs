using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Has this product every fact that the visitor asked for, and if not, which does it lack?</summary>
/// <remarks>Prepared once a request, then asked once a row.</remarks>
public sealed class RowFilter
{
    private bool[] _inCategory = [];
    private bool[] _isCountry = [];
    private Filters _filters = Filters.None;
    private Snapshot _snapshot = null!;
    private bool[] _sellerChecked = [];
    private int _currency;
    private Lacks _asked;

    /// <summary>Facts that were asked for and are missing.</summary>
    [Flags]
    public enum Lacks
    {
        Nothing = 0,
        Category = 1,
        Country = 2,
        Check = 4,
        Price = 8,
        Moq = 16,
    }

    /// <summary>Prepares for one request.</summary>
    /// <param name="filters">What was asked.</param>
    /// <param name="snapshot">What it is asked of.</param>
    /// <param name="sellerChecked">By seller slot: whether something that was checked holds today.</param>
    public void Prepare(Filters filters, Snapshot snapshot, bool[] sellerChecked)
    {
        (_filters, _snapshot, _sellerChecked) = (filters, snapshot, sellerChecked);
        _asked = (filters.CategorySlot is null ? Lacks.Nothing : Lacks.Category) | (filters.Countries.Count == 0 ? Lacks.Nothing : Lacks.Country)
            | (filters.CheckedOnly ? Lacks.Check : Lacks.Nothing) | (filters.MaxPriceMicros is null ? Lacks.Nothing : Lacks.Price) | (filters.MaxMoq is null ? Lacks.Nothing : Lacks.Moq);
        if (filters.CategorySlot is { } root)
        {
            if (_inCategory.Length < snapshot.CategoryBySlot.Length)
                _inCategory = new bool[snapshot.CategoryBySlot.Length];
            snapshot.MarkSubtree(root, _inCategory);
        }

        if (filters.Countries.Count > 0)
            MarkCountries(snapshot);
        if (filters.MaxPriceMicros is not null)
            _currency = NameTable.Find(snapshot.Currencies, filters.Currency ?? "", StringComparison.Ordinal);
    }

    /// <summary>True if nothing was asked: every row satisfies it.</summary>
    internal bool TakesAll => _asked == Lacks.Nothing;

    /// <summary>What the row lacks of what was asked.</summary>
    internal Lacks LackingIn(Segment segment, int row)
    {
        if (_asked == Lacks.Nothing)
            return Lacks.Nothing;
        var (lacks, columns) = (Lacks.Nothing, segment.Columns);
        var seller = columns.SellerSlot[row];
        if ((_asked & Lacks.Category) != Lacks.Nothing && !_inCategory[columns.CategorySlot[row]])
            lacks |= Lacks.Category;
        if ((_asked & Lacks.Country) != Lacks.Nothing && !_isCountry[_snapshot.CountryOfSeller[seller]])
            lacks |= Lacks.Country;
        if ((_asked & Lacks.Check) != Lacks.Nothing && !_sellerChecked[seller])
            lacks |= Lacks.Check;
        if ((_asked & Lacks.Moq) != Lacks.Nothing && (columns.Moq[row] == SegmentRows.None || columns.Moq[row] > _filters.MaxMoq))
            lacks |= Lacks.Moq;
        if ((_asked & Lacks.Price) != Lacks.Nothing && !IsWithinPrice(columns, row))
            lacks |= Lacks.Price;
        return lacks;
    }

    /// <summary>True if something that was checked of the row's supplier holds today.</summary>
    internal bool IsChecked(Segment segment, int row) => _sellerChecked[segment.SellerSlot[row]];

    private bool IsWithinPrice(SegmentRows columns, int row) =>
        columns.MinPriceMicros[row] is not SegmentRows.None and var price && price <= _filters.MaxPriceMicros && columns.Currency[row] == _currency;

    private void MarkCountries(Snapshot snapshot)
    {
        if (_isCountry.Length < snapshot.Countries.Length)
            _isCountry = new bool[snapshot.Countries.Length + 16];
        Array.Clear(_isCountry);
        for (var i = 0; i < _filters.Countries.Count; i++)
        {
            if (NameTable.Find(snapshot.Countries, _filters.Countries[i], StringComparison.OrdinalIgnoreCase) is var number and >= 0)
                _isCountry[number] = true;
        }
    }
}
