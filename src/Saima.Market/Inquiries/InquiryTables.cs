using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;

namespace Saima.Market.Inquiries;

/// <summary>What do the tables of inquiries and of the outbox look like?</summary>
internal static class InquiryTables
{
    public static void Describe(ModelBuilder model)
    {
        var inquiries = model.Entity<InquiryRow>();
        inquiries.HasIndex(row => new { row.SellerSlot, row.AtMicros });
        inquiries.HasOne<ProductRow>().WithMany().HasForeignKey(row => row.ProductSlot).OnDelete(DeleteBehavior.Restrict);
        inquiries.HasOne<SellerRow>().WithMany().HasForeignKey(row => row.SellerSlot).OnDelete(DeleteBehavior.Restrict);
        model.Entity<OutboxRow>().HasIndex(row => new { row.RelayedAtMicros, row.Id });
    }
}
