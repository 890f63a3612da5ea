using System.Runtime.CompilerServices;

namespace Saima.Engine.Race;

/// <summary>The own weights of one row in one stage, product and supplier summed.</summary>
internal readonly record struct OwnSum(float Mean, float Variance);

/// <summary>What a race reads of one row beside its match: 32 bytes, half a cache line.</summary>
internal struct RowSums
{
    /// <summary>Click, inquiry, order.</summary>
    public const int Stages = 3;

    private StageSums _stages;

    /// <summary>Sum of ln of the rule's multipliers.</summary>
    public float MultiplierLog;

    /// <summary>Not 0 if the newcomers' lane may take the row.</summary>
    public float Newcomer;

    public readonly OwnSum Stage(int stage) => _stages[stage];

    public void Set(int stage, OwnSum sum) => _stages[stage] = sum;

    [InlineArray(Stages)]
    private struct StageSums
    {
        private OwnSum _first;
    }
}
