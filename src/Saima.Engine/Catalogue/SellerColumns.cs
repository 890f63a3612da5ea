namespace Saima.Engine.Catalogue;

/// <summary>Who sells, by slot, and from which country: arrays that are replaced when a supplier changes, never changed.</summary>
internal sealed class SellerColumns
{
    private readonly NameTable _countries = new(StringComparer.OrdinalIgnoreCase);

    public Seller?[] BySlot { get; private set; } = [];

    /// <summary>Number of each supplier's country in <see cref="Countries"/>.</summary>
    public ushort[] Country { get; private set; } = [];

    /// <summary>Countries by number; one of them may be empty, for suppliers of whom none is known.</summary>
    public string[] Countries => _countries.Names;

    public void Take(IReadOnlyList<Seller> sellers)
    {
        if (sellers.Count == 0)
            return;
        var highest = BySlot.Length - 1;
        foreach (var seller in sellers)
            highest = Math.Max(highest, seller.Slot);
        var (bySlot, country) = (new Seller?[highest + 1], new ushort[highest + 1]);
        BySlot.CopyTo(bySlot, 0);
        Country.CopyTo(country, 0);
        foreach (var seller in sellers)
            (bySlot[seller.Slot], country[seller.Slot]) = (seller, _countries.FindOrAdd(seller.Country));
        (BySlot, Country) = (bySlot, country);
    }
}
