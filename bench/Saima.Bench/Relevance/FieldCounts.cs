using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Bench.Relevance;

/// <summary>How often does each of some terms stand in each field of each product, and how long is the field? Read once.</summary>
/// <remarks>A cell is a product and a term that it holds.</remarks>
internal sealed class FieldCounts
{
    private readonly Dictionary<(int ProductSlot, int Term), int> _cells = [];
    private readonly List<float> _occurrences = [];
    private readonly List<int> _lengths = [];

    /// <summary>Reads all products of a snapshot for these terms.</summary>
    public FieldCounts(Snapshot snapshot, IReadOnlySet<int> terms)
    {
        using var reader = new FieldTerms(snapshot.Terms);
        foreach (var product in snapshot.LiveProductsInAnyOrder())
        {
            for (var field = 0; field < Impact.Fields; field++)
            {
                reader.Start();
                ProductText.AppendTo(reader, product, snapshot.FindCategory(product.CategorySlot)!.Path, (Field)field);
                reader.End();
                Take(reader, product.Slot, field, terms);
            }
        }
    }

    /// <summary>How many cells.</summary>
    public int Count => _cells.Count;

    /// <summary>The cell of a product and a term; −1 = the product does not hold it.</summary>
    public int Find(int productSlot, int term) => _cells.GetValueOrDefault((productSlot, term), -1);

    /// <summary>The impact of every cell under a setting.</summary>
    public byte[] ImpactsUnder(FieldSetting setting)
    {
        var impacts = new byte[Count];
        for (var cell = 0; cell < impacts.Length; cell++)
        {
            var weighted = 0.0;
            for (var at = cell * Impact.Fields; at < (cell + 1) * Impact.Fields; at++)
                weighted += _occurrences[at] > 0 ? setting.Weighted(at - cell * Impact.Fields, _occurrences[at], _lengths[at]) : 0;
            impacts[cell] = Impact.Of(weighted);
        }

        return impacts;
    }

    private void Take(FieldTerms reader, int productSlot, int field, IReadOnlySet<int> terms)
    {
        for (var i = 0; i < reader.Entries.Count; i++)
        {
            var term = reader.Entries.TermAt(i);
            if (!terms.Contains(term))
                continue;
            var at = CellOf(productSlot, term) * Impact.Fields + field;
            _occurrences[at] += reader.Entries.TimesAt(i);
            _lengths[at] = reader.Length;
        }
    }

    private int CellOf(int productSlot, int term)
    {
        if (_cells.TryGetValue((productSlot, term), out var cell))
            return cell;
        for (var field = 0; field < Impact.Fields; field++)
        {
            _occurrences.Add(0);
            _lengths.Add(0);
        }

        return _cells[(productSlot, term)] = _cells.Count;
    }
}
