using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Policies;

/// <summary>Which rule is in force? From memory until another is activated in this process.</summary>
public sealed class CurrentPolicy
{
    private readonly IDbContextFactory<MarketDb> _contexts;
    private readonly Remembered<PolicyText> _current;

    public CurrentPolicy(IDbContextFactory<MarketDb> contexts)
    {
        _contexts = contexts;
        _current = new Remembered<PolicyText>(LoadAsync);
    }

    /// <summary>The rule in force. A market without one is not set up yet: <see cref="SeedPolicies"/> comes first.</summary>
    public ValueTask<PolicyText> ReadAsync(CancellationToken cancel = default) => _current.GetAsync(cancel);

    /// <summary>That version, in force or not; null if there is none.</summary>
    public async Task<PolicyText?> FindAsync(string name, int version, CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var row = await db.Policies.AsNoTracking().SingleOrDefaultAsync(policy => policy.Name == name && policy.Version == version, cancel);
        return row is null ? null : PolicyText.Of(row);
    }

    /// <summary>All versions of all rules, by name and version.</summary>
    public async Task<IReadOnlyList<PolicyText>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var rows = await db.Policies.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Version).ToListAsync(cancel);
        return [.. rows.Select(PolicyText.Of)];
    }

    internal void Forget() => _current.Forget();

    private async Task<PolicyText> LoadAsync(CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        var row = await db.Policies.AsNoTracking().Where(policy => policy.Activation != null).OrderByDescending(policy => policy.Activation).FirstOrDefaultAsync(cancel);
        return row is null
            ? throw new InvalidOperationException("No rule is in force: the market has to be seeded with its rules first.")
            : PolicyText.Of(row);
    }
}
