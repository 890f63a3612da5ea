using Saima.Engine.Catalogue;
using Saima.Engine.Text;

namespace Saima.Engine.Tests.Catalogue;

/// <summary>What is for sale, kept in the plainest way: the oracle of the snapshots.</summary>
internal sealed class PlainCatalogue : IDisposable
{
    private readonly PlainFields _fields = new();

    public Dictionary<int, Product> Products { get; } = [];

    public List<Category> Categories { get; } = [];

    public Dictionary<int, Seller> Sellers { get; } = [];

    public void Apply(CatalogueBatch batch)
    {
        foreach (var category in batch.Categories)
        {
            if (category.Slot == Categories.Count)
                Categories.Add(category);
            Categories[category.Slot] = category;
        }

        foreach (var seller in batch.Sellers)
            Sellers[seller.Slot] = seller;
        foreach (var slot in batch.RemovedProductSlots)
            Products.Remove(slot);
        foreach (var product in batch.Products)
            Products[product.Slot] = product;
    }

    /// <summary>Slots of the products that hold each term.</summary>
    public Dictionary<string, SortedSet<int>> Holders()
    {
        var holders = new Dictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        foreach (var product in Products.Values)
        {
            foreach (var term in TermsOf(product))
            {
                if (!holders.TryGetValue(term, out var slots))
                    holders[term] = slots = [];
                slots.Add(product.Slot);
            }
        }

        return holders;
    }

    public HashSet<string> TermsOf(Product product)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        for (var field = 0; field < Impact.Fields; field++)
            terms.UnionWith(TermsOf(ProductText.Of(product, Categories[product.CategorySlot].Path, (Field)field)));
        return terms;
    }

    public List<string> TermsOf(string text) => _fields.Read(text).ConvertAll(entry => entry.Word);

    public bool IsBelow(int category, int root)
    {
        while (category >= 0 && category != root)
            category = Categories[category].ParentSlot;
        return category == root;
    }

    public void Dispose() => _fields.Dispose();
}
