using Saima.Engine.Kernels;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Race;

/// <summary>Here are all matches; how good is the chance of a deal with each? No row is left out.</summary>
public sealed class Scores
{
    private readonly ScoreBlock _block = new();
    private readonly Octet[] _own = new Octet[ScoreBlock.Rows];
    private readonly int[] _categories = new int[ScoreBlock.Rows];
    private readonly float[] _variances = new float[ScoreBlock.Rows]; // of the product's click weight; −∞ if it had many looks
    private float[] _scores = new float[1024];
    private float[] _utilities = new float[1024];
    private int[] _sellers = new int[1024];

    /// <summary>ln of match × deal × multipliers of each match.</summary>
    public ReadOnlySpan<float> Values => _scores.AsSpan(0, Count);

    /// <summary>Of each match: log score + κ × its standard deviation, by which it runs in the newcomers' lane; −∞ if it may not.</summary>
    public ReadOnlySpan<float> Utilities => _utilities.AsSpan(0, Count);

    /// <summary>The supplier's slot of each match.</summary>
    public ReadOnlySpan<int> Sellers => _sellers.AsSpan(0, Count);

    /// <summary>How many rows were scored: as many as matched.</summary>
    public int Count { get; private set; }

    /// <summary>The bucket of a match in (0, 1].</summary>
    public static int BucketOf(float share) => Math.Min((int)(share * AllocationRecord.MatchBuckets), AllocationRecord.MatchBuckets - 1);

    /// <summary>Scores every match.</summary>
    public void Score(Epoch epoch, Matches matches)
    {
        Count = matches.Count;
        if (_scores.Length < Count)
            Grow(Count + (Count >> 1));
        for (var start = 0; start < Count; start += ScoreBlock.Rows)
        {
            var length = Math.Min(ScoreBlock.Rows, Count - start);
            Gather(epoch.Columns, matches.Rows.Slice(start, length), _sellers.AsSpan(start, length));
            AddShared(epoch, matches.Shares.Slice(start, length), _sellers.AsSpan(start, length));
            ScoreRows.Write(_block, length, epoch.Rule);
            _block.Scores.AsSpan(0, length).CopyTo(_scores.AsSpan(start));
            _block.Utilities.AsSpan(0, length).CopyTo(_utilities.AsSpan(start));
        }
    }

    // First only what lies far apart: these loads wait for memory, and nothing here waits for one of them.
    private void Gather(EpochColumns columns, ReadOnlySpan<int> rows, Span<int> sellers)
    {
        var (column, own, categories, variances) = (columns.Rows, _own, _categories, _variances);
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var row = ref column[rows[i]];
            sellers[i] = RowSums.SupplierOf(in row);
            categories[i] = RowSums.CategoryOf(in row);
            variances[i] = RowSums.IsYoung(in row) ? RowSums.Variance(in row, 0) : float.NegativeInfinity;
            Octet.Copy(in row, ref own[i]);
        }
    }

    private void AddShared(Epoch epoch, ReadOnlySpan<float> shares, ReadOnlySpan<int> sellers)
    {
        var (columns, block, own) = (epoch.Columns, _block, _own);
        var (categories, variances) = (_categories, _variances);
        var least = (float)(epoch.Policy.Newcomers.MinDeviation * epoch.Policy.Newcomers.MinDeviation);
        for (var i = 0; i < shares.Length; i++)
        {
            ref readonly var supplier = ref columns.Sellers[sellers[i]];
            block.Set(i, in own[i], in supplier, in columns.Categories[categories[i]], in columns.Buckets[BucketOf(shares[i])]);
            block.Asked[i] = supplier[RowSums.Lane] == 0 && variances[i] + RowSums.Variance(in supplier, 0) >= least ? 1 : 0;
        }

        shares.CopyTo(block.Shares);
    }

    private void Grow(int size) => (_scores, _utilities, _sellers) = (new float[size], new float[size], new int[size]);
}
