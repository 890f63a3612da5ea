namespace Saima.Engine.Policies;

/// <summary>How are places given? One version of a published rule; everything that a race may be told besides the request.</summary>
public sealed record Policy
{
    /// <summary>1–64 of <c>a–z 0–9 -</c>.</summary>
    public required string Name { get; init; }

    /// <summary>≥ 1; a change of anything below is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>Seed of every draw; published, so that anyone can repeat a draw.</summary>
    public required ulong Seed { get; init; }

    /// <summary>IANA name of the time zone of books, budgets and days.</summary>
    public string TimeZone { get; init; } = "UTC";

    public RetrievalRule Retrieval { get; init; } = new();
    public MatchRule Match { get; init; } = new();
    public MeritRule Merit { get; init; } = new();
    public NewcomersRule Newcomers { get; init; } = new();
    public DiversityRule Diversity { get; init; } = new();

    /// <summary>Factors on the chance of a deal, by published facts of the supplier; empty in <c>open</c>.</summary>
    public IReadOnlyList<MultiplierRule> Multipliers { get; init; } = [];
}

/// <summary>When does a product match a query?</summary>
public sealed record RetrievalRule
{
    /// <summary>Smallest idf-weighted share of the query's terms that a product must hold, (0, 1].</summary>
    public double Share { get; init; } = 0.6;

    /// <summary>All terms are required if that gives at least this many products.</summary>
    public int Enough { get; init; } = 48;
}

/// <summary>How much does the match count?</summary>
public sealed record MatchRule
{
    /// <summary>Power of the match in the score, [0, 10].</summary>
    public double Exponent { get; init; } = 1;
}

/// <summary>How much chance is in the natural places?</summary>
public sealed record MeritRule
{
    /// <summary>Plackett–Luce temperature τ on log scores, [0, 10]; 0 = strictly by score.</summary>
    public double Temperature { get; init; } = 0.02;

    /// <summary>How many of the best products take part in the draw, 1–1,000; the rest follow by score.</summary>
    public int Pool { get; init; } = 200;
}

/// <summary>What chance do newcomers get?</summary>
public sealed record NewcomersRule
{
    /// <summary>Share of examined exposures that the lane gets, [0, 0.5].</summary>
    public double AttentionShare { get; init; } = 0.06;

    /// <summary>A product is a newcomer while its examined exposures are below this.</summary>
    public double MaxAttention { get; init; } = 300;

    /// <summary>A product is a newcomer while the standard deviation of its own click weights is at least this.</summary>
    public double MinDeviation { get; init; } = 0.3;

    /// <summary>κ: utility = log score + κ × standard deviation of the log score.</summary>
    public double Optimism { get; init; } = 1;

    /// <summary>Temperature of the lane's own draw, (0, 10].</summary>
    public double Temperature { get; init; } = 0.5;

    /// <summary>Most examined exposures that one supplier gets from the lane in a month.</summary>
    public double PerSupplierPerMonth { get; init; } = 3000;
}

/// <summary>How many places on one page may go to one supplier?</summary>
public sealed record DiversityRule
{
    /// <summary>Products of one supplier on a page, 1–200; 0 = no limit.</summary>
    public int PerSupplierPerPage { get; init; } = 12;
}

/// <summary>A factor on the chance of a deal that depends on one published fact of the supplier.</summary>
public sealed record MultiplierRule
{
    /// <summary><c>membership</c>, <c>kind</c> or <c>yearsOnMarket</c>.</summary>
    public required string Fact { get; init; }

    /// <summary>Factor by the fact's value, each in [0.01, 100]; a value that is not named has 1. Not with <c>yearsOnMarket</c>.</summary>
    public IReadOnlyDictionary<string, double>? Values { get; init; }

    /// <summary>Factor from a number of years on; the last step reached counts. Only with <c>yearsOnMarket</c>.</summary>
    public IReadOnlyList<MultiplierStep>? Steps { get; init; }
}

/// <summary>From so many years on, this factor.</summary>
public sealed record MultiplierStep(int From, double Value);
