using Saima.Engine.Records;

namespace Saima.Engine.Learning;

/// <summary>Which weights speak about one case of a stage?</summary>
/// <param name="Product">Product slot.</param>
/// <param name="Seller">Seller slot.</param>
/// <param name="Category">Category slot.</param>
/// <param name="Match">Match bucket.</param>
/// <param name="Slot">1-based slot in the chain of pages; read by stages that know the position.</param>
public readonly record struct StageFeatures(int Product, int Seller, int Category, int Match, int Slot)
{
    /// <summary>The features under which the product at a 0-based position of a record is learned.</summary>
    public static StageFeatures At(AllocationRecord record, int position)
    {
        ref readonly var slot = ref record.Slots[position];
        return new StageFeatures(slot.ProductSlot, slot.SellerSlot, slot.CategorySlot, slot.MatchBucket, record.FirstSlot + position + 1);
    }
}
