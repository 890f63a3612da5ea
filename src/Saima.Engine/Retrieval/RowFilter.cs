using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>Has this product every fact that the visitor asked for?</summary>
/// <remarks>Prepared once a request, then asked once a row.</remarks>
public sealed class RowFilter
{
    private bool[] _inCategory = [];
    private bool[] _fromCountry = [];
    private Filters _filters = Filters.None;
    private bool[] _sellerChecked = [];
    private bool _any;

    /// <summary>Prepares for one request.</summary>
    /// <param name="filters">What was asked.</param>
    /// <param name="snapshot">What it is asked of.</param>
    /// <param name="sellerChecked">By seller slot: whether something that was checked holds today.</param>
    public void Prepare(Filters filters, Snapshot snapshot, bool[] sellerChecked)
    {
        _filters = filters;
        _sellerChecked = sellerChecked;
        _any = filters.CategorySlot is not null || filters.MaxPriceMicros is not null || filters.MaxMoq is not null
            || filters.Countries.Count > 0 || filters.CheckedOnly;
        if (filters.CategorySlot is { } root)
        {
            if (_inCategory.Length < snapshot.CategoryBySlot.Length)
                _inCategory = new bool[snapshot.CategoryBySlot.Length];
            snapshot.MarkSubtree(root, _inCategory);
        }

        if (filters.Countries.Count > 0)
            MarkCountries(snapshot);
    }

    /// <summary>True if the row satisfies every filter.</summary>
    internal bool Takes(Segment segment, int row)
    {
        if (!_any)
            return true;
        if (_filters.CategorySlot is not null && !_inCategory[segment.CategorySlot[row]])
            return false;
        var seller = segment.SellerSlot[row];
        if (_filters.CheckedOnly && !_sellerChecked[seller])
            return false;
        if (_filters.Countries.Count > 0 && !_fromCountry[seller])
            return false;
        return TakesTerms(segment.Products[row]);
    }

    private bool TakesTerms(Product product)
    {
        if (_filters.MaxMoq is { } most && !(product.Moq <= most))
            return false;
        return _filters.MaxPriceMicros is not { } highest
            || (product.Price is { } price && price.MinMicros <= highest && string.Equals(price.Currency, _filters.Currency, StringComparison.Ordinal));
    }

    private void MarkCountries(Snapshot snapshot)
    {
        if (_fromCountry.Length < snapshot.SellerBySlot.Length)
            _fromCountry = new bool[snapshot.SellerBySlot.Length];
        for (var slot = 0; slot < snapshot.SellerBySlot.Length; slot++)
            _fromCountry[slot] = snapshot.SellerBySlot[slot] is { } seller && IsAsked(seller.Country);
    }

    private bool IsAsked(string country)
    {
        for (var i = 0; i < _filters.Countries.Count; i++)
        {
            if (string.Equals(_filters.Countries[i], country, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
