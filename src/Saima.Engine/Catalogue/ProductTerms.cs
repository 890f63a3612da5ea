using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>Here is a product; which terms has it, and with what impact?</summary>
/// <remarks>One thread at a time; several, each with its own, may share the table.</remarks>
internal sealed class ProductTerms(TermTable table) : IDisposable
{
    private readonly FieldTerms _field = new(table);
    private readonly TermSums _sums = new();

    /// <summary>Adds one row with the product's terms.</summary>
    public void AddRow(Product product, string categoryPath, ForwardRows rows)
    {
        _sums.Clear();
        for (var field = 0; field < Impact.Fields; field++)
        {
            _field.Read(ProductText.Of(product, categoryPath, (Field)field));
            for (var i = 0; i < _field.Count; i++)
                _sums.Count(_field.TermAt(i), _field.TimesAt(i));
            _sums.EndField((Field)field, _field.Length);
        }

        for (var i = 0; i < _sums.Terms; i++)
            rows.Add(_sums.TermAt(i), Impact.Of(_sums.WeightedAt(i)));
        rows.EndRow();
    }

    public void Dispose() => _field.Dispose();
}
