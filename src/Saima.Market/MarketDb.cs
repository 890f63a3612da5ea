using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Inquiries;
using Saima.Market.Policies;

namespace Saima.Market;

/// <summary>The market's tables: catalogue, rules, keys, inquiries. The log of decisions and events is apart.</summary>
/// <remarks>Writers go through <see cref="MarketWriter"/>; readers take a context of their own and do not track.</remarks>
public sealed class MarketDb(DbContextOptions<MarketDb> options) : DbContext(options)
{
    public DbSet<CatalogueCounterRow> CatalogueCounters => Set<CatalogueCounterRow>();
    public DbSet<CategoryRow> Categories => Set<CategoryRow>();
    public DbSet<SellerRow> Sellers => Set<SellerRow>();
    public DbSet<ProductRow> Products => Set<ProductRow>();
    public DbSet<PolicyRow> Policies => Set<PolicyRow>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<SecretRow> Secrets => Set<SecretRow>();
    public DbSet<InquiryRow> Inquiries => Set<InquiryRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    // Indexes are what an import pays for: each one here is asked for by name, none comes with a foreign key.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Remove(typeof(ForeignKeyIndexConvention));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        CatalogueTables.Describe(modelBuilder);
        PolicyTables.Describe(modelBuilder);
        AccountTables.Describe(modelBuilder);
        InquiryTables.Describe(modelBuilder);
    }
}
