using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>The living catalogue: takes changes, hands out snapshots. One thread at a time; snapshots are for everybody.</summary>
/// <remarks>
/// A batch becomes a small segment behind the base; small segments are merged at once by <see cref="Tiers"/>, into the base in the
/// background. What a batch costs depends on the batch, never on the catalogue.
/// </remarks>
public sealed class CatalogueState : IDisposable
{
    /// <summary>Deltas that a snapshot may have beside its base; as many again while a merge of the base is under way.</summary>
    public const int MostDeltas = 4;

    private readonly TermTable _terms = new();
    private readonly ReadProducts _reader;
    private readonly SegmentStack _stack = new();
    private readonly SellerTable _sellers = new();
    private readonly List<Category> _categories = [];
    private Category[] _categoriesPublished = [];
    private DocumentFrequencies _frequencies = DocumentFrequencies.Empty;
    private BaseMerge? _merge;
    private long _sequence;

    public CatalogueState() => _reader = new ReadProducts(_terms);

    /// <summary>True: the base is merged by another thread and taken when it is ready. False: at once, within the batch that makes it due.</summary>
    public bool MergesInBackground { get; init; }

    /// <summary>Changed rows reach the base when they are this many and an eighth of it; small in tests.</summary>
    internal int SmallestBaseMerge { get; init; } = 2048;

    public void Dispose()
    {
        _merge?.Wait();
        _reader.Dispose();
    }

    /// <summary>Takes a batch and seals it: the snapshot that contains it. Batches come in order of sequence.</summary>
    /// <remarks>A slot that is both removed and brought is for sale afterwards.</remarks>
    /// <exception cref="ArgumentException">A slot is out of order, or a product names one that no batch brought; nothing has changed.</exception>
    public Snapshot Apply(CatalogueBatch batch)
    {
        BatchOrder.Require(batch, _categories.Count, _sellers.BySlot);
        TakeMergeIfReady();
        foreach (var slot in batch.RemovedProductSlots)
            _stack.Kill(slot);

        var fresh = LastOfEachSlot(InRenamed(batch.Categories), batch.Products);
        foreach (var product in fresh)
            _stack.Kill(product.Slot);
        TakeCategories(batch.Categories);
        _sellers.Take(batch.Sellers);
        if (fresh.Length > 0)
            _stack.Push(SegmentBuild.Of(_reader.Read(fresh, _categories)));
        Merge();
        _sequence = Math.Max(_sequence, batch.Sequence);
        return Publish();
    }

    /// <summary>Begins to take a whole catalogue at once; the state stays empty until <see cref="CatalogueLoad.Finish"/>.</summary>
    /// <exception cref="ArgumentException">A slot is out of order.</exception>
    /// <exception cref="InvalidOperationException">Something was taken before.</exception>
    public CatalogueLoad BeginLoad(IReadOnlyList<Category> categories, IReadOnlyList<Seller> sellers)
    {
        RequireEmpty();
        var facts = new CatalogueBatch { Sequence = 0, Categories = categories, Sellers = sellers };
        BatchOrder.Require(facts, 0, []);
        return new CatalogueLoad(this, facts, _reader);
    }

    /// <summary>Takes what was saved, and what has changed since: the snapshot that contains both.</summary>
    /// <param name="saved">Read from a file; good for one state.</param>
    /// <param name="since">All sellers and categories, and every product that changed or was removed after <see cref="SavedCatalogue.Sequence"/>.</param>
    /// <exception cref="ArgumentException">The two do not fit: see <see cref="SavedCatalogue.FaultWith"/>.</exception>
    /// <exception cref="InvalidOperationException">Something was taken before.</exception>
    public Snapshot Restore(SavedCatalogue saved, CatalogueBatch since)
    {
        RequireEmpty();
        if (saved.FaultWith(since) is { } fault)
            throw new ArgumentException(fault);
        saved.AddNamesTo(_terms, _reader.CurrencyNumbers);
        TakeCategories(saved.Categories);
        _stack.Push(saved.Segment);
        _sequence = saved.Sequence;
        return Apply(since);
    }

    /// <summary>Takes what a load has brought.</summary>
    internal Snapshot Take(CatalogueBatch facts, Segment segment, long sequence)
    {
        RequireEmpty();
        TakeCategories(facts.Categories);
        _sellers.Take(facts.Sellers);
        _stack.Push(segment);
        _sequence = sequence;
        return Publish();
    }

    /// <summary>Counts anew how rare each term is: what is due once a day, whatever has changed.</summary>
    public Snapshot Recount()
    {
        TakeMergeIfReady();
        _frequencies = _stack.CountTerms(_terms);
        return Publish();
    }

    private void RequireEmpty()
    {
        if (_categories.Count > 0 || _sellers.BySlot.Length > 0 || _stack.Live > 0)
            throw new InvalidOperationException("The catalogue is not empty any more.");
    }

    // A category's name is part of its products' text: a new name means that they are read again.
    private List<Product> InRenamed(IReadOnlyList<Category> categories)
    {
        var products = new List<Product>();
        foreach (var category in categories)
        {
            if (category.Slot < _categories.Count && !string.Equals(_categories[category.Slot].Path, category.Path, StringComparison.Ordinal))
                _stack.AddLiveOf(category.Slot, products);
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

        if (categories.Count > 0)
            _categoriesPublished = [.. _categories];
    }

    private static Product[] LastOfEachSlot(IReadOnlyList<Product> renamed, IReadOnlyList<Product> brought)
    {
        var bySlot = new Dictionary<int, Product>(renamed.Count + brought.Count);
        foreach (var product in renamed)
            bySlot[product.Slot] = product;
        foreach (var product in brought)
            bySlot[product.Slot] = product;
        var rows = new Product[bySlot.Count];
        bySlot.Values.CopyTo(rows, 0);
        return rows;
    }

    private void Merge()
    {
        _stack.MergeTiers(MostDeltas);
        if (_merge is null && _stack.IsBaseMergeDue(SmallestBaseMerge))
            _merge = _stack.StartBaseMerge(MergesInBackground);
        TakeMergeIfReady();
    }

    private void TakeMergeIfReady()
    {
        if (_merge is not { IsReady: true } merge)
            return;
        _merge = null;
        _stack.Take(merge);
    }

    private Snapshot Publish()
    {
        // Once the catalogue is another by a tenth, yesterday's rarities are wrong.
        if (Math.Abs(_stack.Live - _frequencies.Products) * 10L >= Math.Max(1, _frequencies.Products))
            _frequencies = _stack.CountTerms(_terms);
        var (segments, offsets, dead) = _stack.Publish();
        return new Snapshot
        {
            Segments = segments,
            Offsets = offsets,
            Dead = dead,
            PlaceOfProduct = _stack.PublishPlaces(),
            Frequencies = _frequencies,
            Terms = _terms,
            SellerBySlot = _sellers.BySlot,
            CountryOfSeller = _sellers.Country,
            Countries = _sellers.Countries,
            Currencies = _reader.Currencies,
            CategoryBySlot = _categoriesPublished,
            Sequence = _sequence,
            LiveProducts = _stack.Live,
        };
    }
}
