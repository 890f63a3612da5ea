using Saima.Engine.Catalogue;
using Saima.Engine.Kernels;
using Saima.Engine.Learning;
using Saima.Engine.Policies;

namespace Saima.Engine.Race;

/// <summary>The learner has learned and the catalogue has changed; what does the next race read? Only what changed is computed.</summary>
/// <remarks>
/// One thread at a time, and not while the learner learns. A learner has one builder: what changed is asked of it once
/// (<see cref="TouchedWeights"/>). Rows stay with their segment as long as it stands; a new segment's rows are read whole.
/// </remarks>
/// <param name="learner">What is known.</param>
public sealed class EpochBuilder(Learner learner)
{
    private readonly PagedColumnState _rows = new();
    private readonly PagedColumnState _categories = new();
    private readonly SellerSums _sellers = new(learner);
    private readonly StageModel[] _stages = [learner.Click, learner.Inquiry, learner.Order];
    private Snapshot? _snapshot;
    private Policy? _policy;
    private int _categoryCount;

    /// <summary>The epoch of now.</summary>
    /// <param name="snapshot">What is for sale; not older than the one before.</param>
    /// <param name="policy">The rule in force.</param>
    /// <param name="today">The day, in the policy's time zone, on which checks hold or do not.</param>
    public Epoch Publish(Snapshot snapshot, Policy policy, DateOnly today)
    {
        var columns = Columns(snapshot, policy, today);
        learner.Touched.Clear();
        return new Epoch(snapshot, policy, today, columns);
    }

    /// <summary>What the epoch of now holds; what was touched since the last time is read anew and not forgotten.</summary>
    internal EpochColumns Columns(Snapshot snapshot, Policy policy, DateOnly today)
    {
        ArrangeRows(snapshot, policy);
        foreach (var slot in learner.Touched.Products.Slots)
            RefreshProduct(snapshot, policy, slot);
        RefreshCategories(snapshot.CategoryBySlot.Length);
        _sellers.Refresh(snapshot, policy, today);
        (_snapshot, _policy) = (snapshot, policy);
        return new EpochColumns(
            _rows.Publish(), _sellers.Publish(), _categories.Publish(), Array.ConvertAll(_stages, static model => new StageTables(model)), _sellers.Checked, learner.Through);
    }

    private void ArrangeRows(Snapshot snapshot, Policy policy)
    {
        var isOtherRule = _policy is not null && _policy.Newcomers.MaxAttention != policy.Newcomers.MaxAttention;
        if (_snapshot is { } before && !isOtherRule && before.Segments.AsSpan().SequenceEqual(snapshot.Segments))
            return;
        var (kept, fresh) = (new List<(int From, int To, int Count)>(), new List<int>());
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var old = isOtherRule || _snapshot is null ? -1 : Array.IndexOf(_snapshot.Segments, snapshot.Segments[s]);
            if (old < 0)
                fresh.Add(s);
            else
                kept.Add((_snapshot!.Offsets[old], snapshot.Offsets[s], snapshot.Segments[s].Rows));
        }

        _rows.Arrange(snapshot.Rows, kept);
        foreach (var s in fresh)
            ReadSegment(snapshot.Segments[s], snapshot.Offsets[s], policy);
    }

    private void ReadSegment(Segment segment, int offset, Policy policy)
    {
        for (var row = 0; row < segment.Rows; row++)
            SetRow(ref _rows.At(offset + row), segment.ProductSlot[row], (segment.SellerSlot[row], segment.CategorySlot[row]), policy);
    }

    private void RefreshProduct(Snapshot snapshot, Policy policy, int product)
    {
        var place = snapshot.PlaceOf(product);
        if (place.IsNowhere)
            return;
        ref var row = ref _rows.At(snapshot.Offsets[place.Segment] + place.Row);
        SetRow(ref row, product, (RowSums.SupplierOf(in row), RowSums.CategoryOf(in row)), policy);
    }

    private void SetRow(ref Octet row, int product, (int Supplier, int Category) owner, Policy policy)
    {
        for (var stage = 0; stage < _stages.Length; stage++)
            RowSums.Set(ref row, stage, _stages[stage].Products[product]);
        RowSums.SetOwner(ref row, owner.Supplier, owner.Category, learner.Exposures.ExaminedByProduct(product) < policy.Newcomers.MaxAttention);
    }

    private void RefreshCategories(int count)
    {
        _categories.Grow(count);
        for (; _categoryCount < count; _categoryCount++)
            SetCategory(_categoryCount);
        foreach (var slot in learner.Touched.Categories.Slots)
        {
            if (slot < count)
                SetCategory(slot);
        }
    }

    private void SetCategory(int slot)
    {
        for (var stage = 0; stage < _stages.Length; stage++)
            RowSums.Set(ref _categories.At(slot), stage, _stages[stage].Categories[slot]);
    }
}
