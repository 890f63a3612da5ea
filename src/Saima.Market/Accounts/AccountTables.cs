using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Accounts;

/// <summary>What do the tables of keys and secrets look like?</summary>
internal static class AccountTables
{
    public static void Describe(ModelBuilder model)
    {
        model.Entity<ApiKeyRow>().HasIndex(row => row.Hash).IsUnique();
        model.Entity<SecretRow>().HasKey(row => row.Name);
    }
}
