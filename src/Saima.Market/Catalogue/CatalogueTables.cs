using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Catalogue;

/// <summary>What do the catalogue's tables look like?</summary>
internal static class CatalogueTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<CatalogueCounterRow>().Property(row => row.Id).ValueGeneratedNever();
        model.Entity<CatalogueCounterRow>().HasData(new CatalogueCounterRow());
        DescribeCategories(model);
        DescribeSellers(model);
        DescribeProducts(model);
    }

    private static void DescribeCategories(ModelBuilder model)
    {
        var table = model.Entity<CategoryRow>();
        table.HasKey(row => row.Slot);
        table.Property(row => row.Slot).ValueGeneratedNever();
        table.HasIndex(row => row.Path).IsUnique();
        table.HasOne<CategoryRow>().WithMany().HasForeignKey(row => row.ParentSlot).OnDelete(DeleteBehavior.Restrict);
    }

    private static void DescribeSellers(ModelBuilder model)
    {
        var table = model.Entity<SellerRow>();
        table.HasKey(row => row.Slot);
        table.Property(row => row.Slot).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
    }

    private static void DescribeProducts(ModelBuilder model)
    {
        var table = model.Entity<ProductRow>();
        table.HasKey(row => row.Slot);
        table.Property(row => row.Slot).ValueGeneratedNever();
        table.HasIndex(row => row.Id).IsUnique();
        table.HasIndex(row => new { row.SellerSlot, row.Id });
        table.HasOne<SellerRow>().WithMany().HasForeignKey(row => row.SellerSlot).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<CategoryRow>().WithMany().HasForeignKey(row => row.CategorySlot).OnDelete(DeleteBehavior.Restrict);
    }
}
