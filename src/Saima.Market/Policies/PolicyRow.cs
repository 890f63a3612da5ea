namespace Saima.Market.Policies;

/// <summary>One version of a rule, as it was written; never changed, only put in force.</summary>
public sealed class PolicyRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>1-based, counted within the name.</summary>
    public int Version { get; set; }

    /// <summary>The whole rule, JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Number of its latest activation, counted over all rules: the highest is in force; null = never activated.</summary>
    public int? Activation { get; set; }

    /// <summary>When it was put in force for the last time, Unix microseconds UTC.</summary>
    public long? ActivatedAtMicros { get; set; }
}
