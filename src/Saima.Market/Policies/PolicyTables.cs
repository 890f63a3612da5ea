using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Policies;

/// <summary>What does the table of rules look like?</summary>
internal static class PolicyTables
{
    public static void Describe(ModelBuilder model)
    {
        var table = model.Entity<PolicyRow>();
        table.HasIndex(row => new { row.Name, row.Version }).IsUnique();
        table.HasIndex(row => row.Activation).IsUnique();
    }
}
