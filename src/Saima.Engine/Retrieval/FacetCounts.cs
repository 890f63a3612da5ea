using Saima.Engine.Catalogue;

namespace Saima.Engine.Retrieval;

/// <summary>How could an answer be narrowed, or asked differently? Products by category, by country, and of checked suppliers.</summary>
/// <remarks>
/// Each count is taken under all filters but its own: beside "Germany" stands how many there would be from Italy. Counted in the pass
/// that retrieves; reused from request to request.
/// </remarks>
public sealed class FacetCounts
{
    private int[] _byCategory = [];
    private int[] _byCountry = [];
    private Snapshot? _snapshot;

    /// <summary>By category slot, without what lies below it.</summary>
    public ReadOnlySpan<int> ByCategory => _byCategory.AsSpan(0, _snapshot?.CategoryBySlot.Length ?? 0);

    /// <summary>Products of suppliers of whom something was checked.</summary>
    public int Checked { get; private set; }

    /// <summary>By the supplier's country, those with any; countries that are not known are left out.</summary>
    public IReadOnlyDictionary<string, int> ByCountry()
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var number = 0; number < (_snapshot?.Countries.Length ?? 0); number++)
        {
            if (_byCountry[number] > 0 && _snapshot!.Countries[number].Length > 0)
                counts[_snapshot.Countries[number]] = _byCountry[number];
        }

        return counts;
    }

    internal void Start(Snapshot snapshot)
    {
        _snapshot = snapshot;
        if (_byCategory.Length < snapshot.CategoryBySlot.Length)
            _byCategory = new int[snapshot.CategoryBySlot.Length * 2];
        if (_byCountry.Length < snapshot.Countries.Length)
            _byCountry = new int[snapshot.Countries.Length * 2];
        Array.Clear(_byCategory);
        Array.Clear(_byCountry);
        Checked = 0;
    }

    internal void Add(Segment segment, int row, RowFilter.Lacks lacks, bool isChecked)
    {
        if ((lacks & ~RowFilter.Lacks.Category) == RowFilter.Lacks.Nothing)
            _byCategory[segment.CategorySlot[row]]++;
        if ((lacks & ~RowFilter.Lacks.Country) == RowFilter.Lacks.Nothing)
            _byCountry[_snapshot!.CountryOfSeller[segment.SellerSlot[row]]]++;
        if ((lacks & ~RowFilter.Lacks.Check) == RowFilter.Lacks.Nothing && isChecked)
            Checked++;
    }
}
