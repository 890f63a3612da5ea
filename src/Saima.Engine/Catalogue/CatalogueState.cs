using System.Collections;
using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>The living catalogue: takes changes, hands out snapshots. One thread at a time; snapshots are for everybody.</summary>
public sealed class CatalogueState : IDisposable
{
    /// <summary>Deltas that a snapshot may have beside its base; one more and they are merged.</summary>
    public const int MostDeltas = 4;

    private readonly TermTable _terms = new();
    private readonly ProductTerms _productTerms;
    private readonly List<Segment> _segments = [Segment.Empty];
    private readonly List<BitArray> _dead = [new BitArray(0)];
    private readonly List<Category> _categories = [];
    private Seller?[] _sellers = [];
    private int[] _documentFrequency = [];
    private int[] _rowOfProduct = [];
    private int _live;
    private long _sequence;

    public CatalogueState() => _productTerms = new ProductTerms(_terms);

    /// <summary>Merged deltas become part of the base when they reach this many rows and a quarter of the base; small in tests.</summary>
    internal int SmallestBaseMerge { get; init; } = 2048;

    public void Dispose() => _productTerms.Dispose();

    /// <summary>Takes a batch and seals it: the snapshot that contains it. Batches come in order of sequence.</summary>
    /// <remarks>A slot that is both removed and brought is for sale afterwards.</remarks>
    /// <exception cref="ArgumentException">A slot is out of order, or a product names one that no batch brought; nothing has changed.</exception>
    public Snapshot Apply(CatalogueBatch batch)
    {
        BatchOrder.Require(batch, _categories.Count, _sellers);
        _documentFrequency = (int[])_documentFrequency.Clone();
        _rowOfProduct = (int[])_rowOfProduct.Clone();
        for (var s = 0; s < _dead.Count; s++)
            _dead[s] = new BitArray(_dead[s]);
        foreach (var slot in batch.RemovedProductSlots)
            Kill(slot);

        // Rows die under the category names with which their terms were counted, and rise under the new ones.
        var fresh = LastOfEachSlot([.. InRenamed(batch.Categories), .. batch.Products]);
        foreach (var product in fresh)
            Kill(product.Slot);
        TakeCategories(batch.Categories);
        TakeSellers(batch.Sellers);
        if (fresh.Length > 0)
            AddSegment(fresh);
        MergeIfDue();
        _sequence = Math.Max(_sequence, batch.Sequence);
        return Publish();
    }

    // A category's name is part of its products' text: a new name means that they are read again.
    private List<Product> InRenamed(IReadOnlyList<Category> categories)
    {
        var products = new List<Product>();
        foreach (var category in categories)
        {
            if (category.Slot >= _categories.Count || string.Equals(_categories[category.Slot].Path, category.Path, StringComparison.Ordinal))
                continue;
            for (var s = 0; s < _segments.Count; s++)
            {
                var (start, end) = _segments[s].RowsOfCategory(category.Slot);
                for (var row = start; row < end; row++)
                {
                    if (!_dead[s][row])
                        products.Add(_segments[s].Products[row]);
                }
            }
        }

        return products;
    }

    private void TakeCategories(IReadOnlyList<Category> categories)
    {
        foreach (var category in categories)
        {
            if (category.Slot == _categories.Count)
                _categories.Add(category);
            else
                _categories[category.Slot] = category;
        }
    }

    private void TakeSellers(IReadOnlyList<Seller> sellers)
    {
        if (sellers.Count == 0)
            return;
        var highest = _sellers.Length - 1;
        foreach (var seller in sellers)
            highest = Math.Max(highest, seller.Slot);
        Array.Resize(ref _sellers, highest + 1);
        var copy = (Seller?[])_sellers.Clone();
        foreach (var seller in sellers)
            copy[seller.Slot] = seller;
        _sellers = copy;
    }

    private static Product[] LastOfEachSlot(IReadOnlyList<Product> products)
    {
        var bySlot = new Dictionary<int, Product>(products.Count);
        foreach (var product in products)
            bySlot[product.Slot] = product;
        var rows = new Product[bySlot.Count];
        bySlot.Values.CopyTo(rows, 0);
        Array.Sort(rows, ByCategoryThenSlot);
        return rows;
    }

    private static int ByCategoryThenSlot(Product a, Product b) =>
        a.CategorySlot != b.CategorySlot ? a.CategorySlot.CompareTo(b.CategorySlot) : a.Slot.CompareTo(b.Slot);

    private void Kill(int productSlot)
    {
        if ((uint)productSlot >= (uint)_rowOfProduct.Length || _rowOfProduct[productSlot] < 0)
            return;
        var row = _rowOfProduct[productSlot];
        var segment = 0;
        while (row >= Aligned(_segments[segment].Rows))
            row -= Aligned(_segments[segment++].Rows);
        _dead[segment][row] = true;
        _rowOfProduct[productSlot] = -1;
        _live--;
        CountTerms(_segments[segment].Products[row], -1);
    }

    private void CountTerms(Product product, int change)
    {
        var rows = new ForwardRows();
        _productTerms.AddRow(product, _categories[product.CategorySlot].Path, rows);
        Count(rows, 1, change);
    }

    private void Count(ForwardRows rows, int rowCount, int change)
    {
        if (_documentFrequency.Length < _terms.Count)
            Array.Resize(ref _documentFrequency, _terms.Count + (_terms.Count >> 2));
        var end = rows.Row(rowCount - 1).End;
        for (var i = 0; i < end; i++)
            _documentFrequency[rows.TermAt(i)] += change;
    }

    private void AddSegment(Product[] products)
    {
        var rows = new ForwardRows();
        foreach (var product in products)
            _productTerms.AddRow(product, _categories[product.CategorySlot].Path, rows);
        Count(rows, products.Length, 1);
        var segment = new Segment(products, rows.Invert());
        if (_segments is [{ Rows: 0 }])
            Replace(0, 1, segment);
        else
            Replace(_segments.Count, 0, segment);
        _live += products.Length;
    }

    private void MergeIfDue()
    {
        if (_segments.Count <= 1 + MostDeltas)
            return;
        var deltaRows = 0;
        for (var i = 1; i < _segments.Count; i++)
            deltaRows += _segments[i].Rows;
        var whole = deltaRows >= SmallestBaseMerge && deltaRows * 4 >= _segments[0].Rows;
        var from = whole ? 0 : 1;
        Replace(from, _segments.Count - from, SegmentMerge.Of(_segments[from..], _dead[from..]));
    }

    private void Replace(int from, int count, Segment segment)
    {
        _segments.RemoveRange(from, count);
        _dead.RemoveRange(from, count);
        _segments.Insert(from, segment);
        _dead.Insert(from, new BitArray(segment.Rows));
        NumberRows();
    }

    // Segments after the one that changed have moved; numbering all costs less than it takes to say which.
    private void NumberRows()
    {
        var offset = 0;
        for (var s = 0; s < _segments.Count; s++)
        {
            for (var row = 0; row < _segments[s].Rows; row++)
            {
                var slot = _segments[s].ProductSlot[row];
                if (slot >= _rowOfProduct.Length)
                    GrowRows(slot);
                if (!_dead[s][row])
                    _rowOfProduct[slot] = offset + row;
            }

            offset = Aligned(offset + _segments[s].Rows);
        }
    }

    private static int Aligned(int rows) => (rows + Snapshot.RowAlignment - 1) / Snapshot.RowAlignment * Snapshot.RowAlignment;

    private void GrowRows(int slot)
    {
        var before = _rowOfProduct.Length;
        Array.Resize(ref _rowOfProduct, Math.Max(slot + 1, before * 2));
        Array.Fill(_rowOfProduct, -1, before, _rowOfProduct.Length - before);
    }

    private Snapshot Publish()
    {
        var offsets = new int[_segments.Count + 1];
        for (var s = 0; s < _segments.Count; s++)
            offsets[s + 1] = Aligned(offsets[s] + _segments[s].Rows);
        return new Snapshot
        {
            Segments = [.. _segments],
            Offsets = offsets,
            Dead = [.. _dead],
            Frequencies = new DocumentFrequencies(_terms, _documentFrequency, _live),
            RowOfProduct = _rowOfProduct,
            Terms = _terms,
            SellerBySlot = _sellers,
            CategoryBySlot = [.. _categories],
            Sequence = _sequence,
            LiveProducts = _live,
        };
    }
}
