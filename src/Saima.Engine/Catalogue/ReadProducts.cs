using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Reads and packs products, on as many threads as there are cores when there are many.</summary>
internal sealed class ReadProducts(TermTable table) : IDisposable
{
    private const int FewestAThread = 2048;

    private readonly NameTable _currencies = new(StringComparer.Ordinal);
    private readonly List<ProductTerms> _readers = [];

    /// <summary>Currencies of all prices so far, by number.</summary>
    public string[] Currencies => _currencies.Names;

    /// <summary>Numbers of the currencies, for others who read products of the same catalogue.</summary>
    public NameTable CurrencyNumbers => _currencies;

    /// <summary>One more reader of texts over the same terms, for a thread of its own; the caller disposes it.</summary>
    public ProductTerms NewTerms() => new(table);

    /// <summary>The products as parts of a segment.</summary>
    public SegmentPart[] Read(Product[] products, IReadOnlyList<Category> categories)
    {
        var threads = Math.Clamp(products.Length / FewestAThread, 1, Environment.ProcessorCount);
        while (_readers.Count < threads)
            _readers.Add(new ProductTerms(table));
        var parts = new SegmentPart[threads];
        if (threads == 1)
            ReadPart(0);
        else
            Parallel.For(0, threads, ReadPart);
        return parts;

        void ReadPart(int thread)
        {
            var part = new SegmentPart(_readers[thread]);
            var (start, end) = ((int)((long)products.Length * thread / threads), (int)((long)products.Length * (thread + 1) / threads));
            for (var i = start; i < end; i++)
                part.Add(products[i], categories[products[i].CategorySlot].Path, _currencies);
            parts[thread] = part;
        }
    }

    public void Dispose()
    {
        foreach (var reader in _readers)
            reader.Dispose();
    }
}
