using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Here is a product; which terms has it, and with what impact?</summary>
internal sealed class ProductTerms(TermTable table) : IDisposable
{
    private readonly TextAnalyser _analyser = new();
    private readonly List<int> _touched = [];
    private readonly List<int> _inField = [];
    private double[] _weighted = new double[1024];
    private int[] _occurrences = new int[1024];

    /// <summary>Adds one row with the product's terms.</summary>
    public void AddRow(Product product, string categoryPath, ForwardRows rows)
    {
        Collect(product, categoryPath);
        foreach (var term in _touched)
        {
            rows.Add(term, Impact.Of(_weighted[term]));
            _weighted[term] = 0;
        }

        rows.EndRow();
    }

    public void Dispose() => _analyser.Dispose();

    private void Collect(Product product, string categoryPath)
    {
        _touched.Clear();
        for (var field = 0; field < Impact.Fields; field++)
        {
            var length = CountField(ProductText.Of(product, categoryPath, (Field)field));
            foreach (var term in _inField)
            {
                if (_weighted[term] == 0)
                    _touched.Add(term);
                _weighted[term] += Impact.Weighted((Field)field, _occurrences[term], length);
                _occurrences[term] = 0;
            }
        }
    }

    private int CountField(string text)
    {
        _inField.Clear();
        var length = 0;
        _analyser.Start(text);
        while (_analyser.Next(out var word))
        {
            var term = table.FindOrAdd(word);
            if (term >= _weighted.Length)
            {
                Array.Resize(ref _weighted, _weighted.Length * 2);
                Array.Resize(ref _occurrences, _occurrences.Length * 2);
            }

            if (_occurrences[term]++ == 0)
                _inField.Add(term);
            length++;
        }

        return length;
    }
}
