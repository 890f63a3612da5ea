using Saima.Engine.Catalogue;

namespace Saima.Engine.Policies;

/// <summary>What factor does a rule put on this supplier, and by which of its facts?</summary>
public static class Multipliers
{
    /// <summary>The factor of one of the rule's multipliers for a supplier on a day; 1 where the rule says nothing.</summary>
    public static double Factor(MultiplierRule rule, Seller seller, DateOnly today) => rule.Fact switch
    {
        "membership" => ByValue(rule, seller.Membership switch { Membership.Basic => "basic", Membership.Verified => "verified", _ => "none" }),
        "kind" => ByValue(rule, seller.Kind switch
        {
            SellerKind.Factory => "factory",
            SellerKind.Integrated => "integrated",
            SellerKind.Trader => "trader",
            SellerKind.Individual => "individual",
            _ => "unknown",
        }),
        _ => ByYears(rule, seller.JoinedOn, today),
    };

    /// <summary>Sum of ln(factor) over all multipliers of the rule, added in the order in which the rule names them.</summary>
    public static double LogSum(Policy policy, Seller seller, DateOnly today)
    {
        var sum = 0.0;
        foreach (var rule in policy.Multipliers)
            sum += Math.Log(Factor(rule, seller, today));
        return sum;
    }

    private static double ByValue(MultiplierRule rule, string value) =>
        rule.Values is not null && rule.Values.TryGetValue(value, out var factor) ? factor : 1;

    private static double ByYears(MultiplierRule rule, DateOnly? joinedOn, DateOnly today)
    {
        var factor = 1.0;
        if (joinedOn is not { } joined || rule.Steps is null)
            return factor;

        // By month and day: the number of the day in the year moves in leap years. Who joined on 29 February has its day on 1 March.
        var beforeItsDay = (today.Month, today.Day).CompareTo((joined.Month, joined.Day)) < 0;
        var years = today.Year - joined.Year - (beforeItsDay ? 1 : 0);
        foreach (var step in rule.Steps)
        {
            if (years >= step.From)
                factor = step.Value;
        }

        return factor;
    }
}
