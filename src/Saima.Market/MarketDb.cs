using Microsoft.EntityFrameworkCore;

namespace Saima.Market;

/// <summary>The market's tables: catalogue, rules, keys, inquiries. The log of decisions and events is apart.</summary>
public sealed class MarketDb(DbContextOptions<MarketDb> options) : DbContext(options);
