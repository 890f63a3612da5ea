using Saima.Engine.Catalogue;

namespace Saima.Fuzz;

/// <summary>What is for sale while queries are bent? A small fixed catalogue of several languages, in two segments with dead rows.</summary>
internal static class TradeShelf
{
    // More than the 50 that must hold a word before another is taken for it.
    private const int Rounds = 60;

    private static readonly string[] Titles =
    [
        "Stainless steel ball valve DN {0} PN16",
        "Kugelhahn aus Edelstahl mit Flansch {0} mm",
        "不锈钢球阀 DN{0} 法兰",
        "صمام كروي من الفولاذ المقاوم للصدأ {0} مم",
        "Deep groove ball bearing 6205-2RS {0} mm",
        "Laptop battery dv7-{0}ea 10.8 V",
        "Zinc screw M3x{0}",
        "Water pump 1.5 kW {0} bar",
    ];

    /// <summary>The same at every call: 480 products, then some that are listed anew and some that are gone.</summary>
    public static Snapshot Fill()
    {
        using var state = new CatalogueState();
        state.Apply(new CatalogueBatch
        {
            Sequence = 1,
            Categories = [new Category(0, "Industry", -1), new Category(1, "Industry > Valves", 0)],
            Sellers = [new Seller { Slot = 0, Id = "s-0", Name = "Supplier", Country = "CN" }],
            Products = [.. Enumerable.Range(0, Rounds * Titles.Length).Select(slot => Listing(slot, Titles[slot % Titles.Length]))],
        });
        return state.Apply(new CatalogueBatch
        {
            Sequence = 2,
            RemovedProductSlots = [.. Enumerable.Range(0, Rounds).Select(slot => slot * Titles.Length / 2)],
            Products = [.. Enumerable.Range(0, 8).Select(slot => Listing(slot, "Brass gate valve {0} in, Messing, 黄铜闸阀"))],
        });
    }

    private static Product Listing(int slot, string title) => new()
    {
        Slot = slot,
        Id = $"p-{slot}",
        SellerSlot = 0,
        CategorySlot = slot % 2,
        Title = string.Format(title, slot),
        Keywords = ["ball valve"],
    };
}
