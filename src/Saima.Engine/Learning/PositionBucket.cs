namespace Saima.Engine.Learning;

/// <summary>Which position weight belongs to a slot? One each for the first 48, then one for every doubling.</summary>
public static class PositionBucket
{
    /// <summary>Slots that have a weight of their own.</summary>
    public const int Single = 48;

    /// <summary>Number of position weights: 48, and doublings up to slot 6,144, beyond the last page of any chain.</summary>
    public const int Count = Single + 7;

    /// <summary>The bucket of a 1-based slot.</summary>
    public static int Of(int slot)
    {
        if (slot <= Single)
            return slot - 1;
        var (bucket, end) = (Single, Single * 2);
        while (slot > end && bucket < Count - 1)
        {
            bucket++;
            end *= 2;
        }

        return bucket;
    }

    /// <summary>A slot that stands for the bucket: the slot itself, or the middle of the doubling.</summary>
    public static double MiddleOf(int bucket) => bucket < Single ? bucket + 1 : Single * 1.5 * (1 << (bucket - Single));
}
