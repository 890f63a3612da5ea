using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;

namespace Saima.Engine.Race;

/// <summary>What does a race read of a supplier: its weights, its multipliers, its checks, and whether the newcomers' lane is open to it?</summary>
/// <param name="learner">What is known.</param>
internal sealed class SellerSums(Learner learner)
{
    private readonly PagedColumnState _sums = new();
    private readonly StageModel[] _stages = [learner.Click, learner.Inquiry, learner.Order];
    private Seller?[] _sellers = [];
    private Policy? _policy;
    private DateOnly _today;

    /// <summary>By seller slot: whether something that was checked holds on the day. Never changed after it was read.</summary>
    public bool[] Checked { get; private set; } = [];

    public PagedColumn Publish() => _sums.Publish();

    /// <summary>Reads anew what changed: suppliers, their weights and books; all of them on another day or under another rule.</summary>
    public void Refresh(Snapshot snapshot, Policy policy, DateOnly today)
    {
        var (before, sellers) = (_sellers, snapshot.SellerBySlot);
        var isAll = policy != _policy || today != _today;
        if (isAll || before != sellers)
            Checked = CheckedOn(sellers, today);
        (_sellers, _policy, _today) = (sellers, policy, today);
        _sums.Grow(sellers.Length);
        for (var slot = 0; slot < sellers.Length && (isAll || before != sellers); slot++)
        {
            if (isAll || slot >= before.Length || before[slot] != sellers[slot])
                Set(slot, policy, today);
        }

        foreach (var slot in learner.Touched.Sellers.Slots)
        {
            if (slot < sellers.Length)
                Set(slot, policy, today);
        }
    }

    private void Set(int slot, Policy policy, DateOnly today)
    {
        if (_sellers[slot] is not { } seller)
            return;
        ref var sums = ref _sums.At(slot);
        for (var stage = 0; stage < _stages.Length; stage++)
            RowSums.Set(ref sums, stage, _stages[stage].Sellers[slot]);
        sums[RowSums.Multiplier] = (float)Multipliers.LogSum(policy, seller, today);
        sums[RowSums.Lane] = Checked[slot] && learner.Exposures.LaneBySeller(slot) < policy.Newcomers.PerSupplierPerMonth ? 0 : -1;
    }

    private static bool[] CheckedOn(Seller?[] sellers, DateOnly today)
    {
        var known = new bool[sellers.Length];
        for (var slot = 0; slot < known.Length; slot++)
            known[slot] = sellers[slot]?.IsCheckedOn(today) == true;
        return known;
    }
}
