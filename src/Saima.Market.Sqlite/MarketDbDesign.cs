using Microsoft.EntityFrameworkCore.Design;

namespace Saima.Market.Sqlite;

/// <summary>Which model do <c>dotnet ef migrations</c> compare with? Never opens the file.</summary>
public sealed class MarketDbDesign : IDesignTimeDbContextFactory<MarketDb>
{
    public MarketDb CreateDbContext(string[] args) => new(SqliteMarket.Options("design.db"));
}
