using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>What was for sale when a snapshot was saved? Read from a file whole, on its way into an empty state.</summary>
public sealed class SavedCatalogue
{
    private readonly TextBlock _currencies;
    private readonly TextBlock _terms;

    internal SavedCatalogue(long sequence, Category[] categories, Segment segment, (TextBlock Currencies, TextBlock Terms) names)
    {
        (Sequence, Categories, Segment) = (sequence, categories, segment);
        (_currencies, _terms) = names;
    }

    /// <summary>The catalogue's sequence that it contains.</summary>
    public long Sequence { get; }

    /// <summary>Products that were for sale.</summary>
    public int Products => Segment.Rows;

    internal Category[] Categories { get; }

    internal Segment Segment { get; }

    /// <summary>Why it cannot be brought up to date by these changes; null if it can.</summary>
    /// <param name="since">What <see cref="CatalogueState.Restore"/> would get.</param>
    public string? FaultWith(CatalogueBatch since)
    {
        if (since.Sequence < Sequence)
            return $"it is of sequence {Sequence}, the catalogue of {since.Sequence}: the database is older than it";
        if (since.Categories.Count < Categories.Length)
            return $"it knows {Categories.Length} categories, the catalogue {since.Categories.Count}";
        var sells = new HashSet<int>(since.Sellers.Count);
        foreach (var seller in since.Sellers)
            sells.Add(seller.Slot);
        var gone = new HashSet<int>(since.RemovedProductSlots);
        foreach (var product in since.Products)
            gone.Add(product.Slot);
        for (var row = 0; row < Segment.Rows; row++)
        {
            if (!sells.Contains(Segment.SellerSlot[row]) && !gone.Contains(Segment.ProductSlot[row]))
                return $"it sells product slot {Segment.ProductSlot[row]} of seller slot {Segment.SellerSlot[row]}, whom the catalogue does not know";
        }

        return null;
    }

    /// <summary>Gives terms and currencies the numbers that the segment knows them by: tables without any.</summary>
    internal void AddNamesTo(TermTable terms, NameTable currencies)
    {
        foreach (var currency in _currencies.ToStrings())
            currencies.FindOrAdd(currency);
        _terms.AddTo(terms);
        if (terms.Count != _terms.Lengths.Length)
            throw new InvalidOperationException("The state has read other words before.");
    }
}
