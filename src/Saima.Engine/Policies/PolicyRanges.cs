namespace Saima.Engine.Policies;

/// <summary>Is every number of a rule within the range that its field promises?</summary>
public static class PolicyRanges
{
    private static readonly string[] MembershipValues = ["none", "basic", "verified"];
    private static readonly string[] KindValues = ["unknown", "factory", "integrated", "trader", "individual"];

    /// <summary>Every reason why the rule cannot be used, each as <c>field: what is wrong</c>; empty if it can.</summary>
    public static IReadOnlyList<string> Check(Policy policy)
    {
        var reasons = new List<string>();
        if (policy.Name is not { Length: >= 1 and <= 64 } || policy.Name.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-") >= 0)
            reasons.Add("name: 1–64 of a–z 0–9 -");
        if (policy.Version < 1)
            reasons.Add("version: at least 1");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(policy.TimeZone ?? "", out var zone) || !zone.HasIanaId)
            reasons.Add("timeZone: not an IANA time zone");
        var complete = reasons.Count;
        Present("retrieval", policy.Retrieval, reasons);
        Present("match", policy.Match, reasons);
        Present("merit", policy.Merit, reasons);
        Present("newcomers", policy.Newcomers, reasons);
        Present("diversity", policy.Diversity, reasons);
        Present("multipliers", policy.Multipliers, reasons);
        if (reasons.Count == complete)
            CheckParts(policy, reasons);
        return reasons;
    }

    private static void CheckParts(Policy policy, List<string> reasons)
    {
        Within("retrieval.share", policy.Retrieval.Share, 1e-6, 1, reasons);
        Within("retrieval.enough", policy.Retrieval.Enough, 0, 10_000, reasons);
        Within("match.exponent", policy.Match.Exponent, 0, 10, reasons);
        Within("merit.temperature", policy.Merit.Temperature, 0, 10, reasons);
        Within("merit.pool", policy.Merit.Pool, 1, 1000, reasons);
        CheckNewcomers(policy.Newcomers, reasons);
        Within("diversity.perSupplierPerPage", policy.Diversity.PerSupplierPerPage, 0, 200, reasons);
        for (var i = 0; i < policy.Multipliers.Count; i++)
        {
            CheckMultiplier($"multipliers[{i}]", policy.Multipliers[i], reasons);
            if (IsNamedBefore(policy.Multipliers, i))
                reasons.Add($"multipliers[{i}].fact: '{policy.Multipliers[i].Fact}' is named twice");
        }
    }

    private static void CheckNewcomers(NewcomersRule rule, List<string> reasons)
    {
        Within("newcomers.attentionShare", rule.AttentionShare, 0, 0.5, reasons);
        Within("newcomers.maxAttention", rule.MaxAttention, 0, 1e9, reasons);
        Within("newcomers.minDeviation", rule.MinDeviation, 0, 10, reasons);
        Within("newcomers.optimism", rule.Optimism, 0, 10, reasons);
        Within("newcomers.temperature", rule.Temperature, 1e-6, 10, reasons);
        Within("newcomers.perSupplierPerMonth", rule.PerSupplierPerMonth, 0, 1e9, reasons);
    }

    private static bool IsNamedBefore(IReadOnlyList<MultiplierRule> rules, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (rules[i]?.Fact is { } fact && string.Equals(fact, rules[index]?.Fact, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static void CheckMultiplier(string field, MultiplierRule rule, List<string> reasons)
    {
        if (rule is null)
        {
            reasons.Add($"{field}: null");
            return;
        }

        var allowed = rule.Fact switch { "membership" => MembershipValues, "kind" => KindValues, "yearsOnMarket" => [], _ => null };
        if (allowed is null)
        {
            reasons.Add($"{field}.fact: '{rule.Fact}' is not one of membership, kind, yearsOnMarket");
            return;
        }

        var bySteps = rule.Fact == "yearsOnMarket";
        if (bySteps != rule.Steps is not null || bySteps == rule.Values is not null)
            reasons.Add(bySteps ? $"{field}: yearsOnMarket needs steps and no values" : $"{field}: {rule.Fact} needs values and no steps");
        foreach (var (value, factor) in rule.Values ?? new Dictionary<string, double>())
        {
            if (Array.IndexOf(allowed, value) < 0)
                reasons.Add($"{field}.values.{value}: not one of {string.Join(", ", allowed)}");
            Within($"{field}.values.{value}", factor, 0.01, 100, reasons);
        }

        CheckSteps(field, rule.Steps ?? [], reasons);
    }

    private static void CheckSteps(string field, IReadOnlyList<MultiplierStep> steps, List<string> reasons)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is null)
            {
                reasons.Add($"{field}.steps[{i}]: null");
                continue;
            }

            Within($"{field}.steps[{i}].from", steps[i].From, 0, 200, reasons);
            Within($"{field}.steps[{i}].value", steps[i].Value, 0.01, 100, reasons);
            if (i > 0 && steps[i - 1] is not null && steps[i].From <= steps[i - 1].From)
                reasons.Add($"{field}.steps[{i}].from: must rise");
        }
    }

    private static void Present(string field, object? part, List<string> reasons)
    {
        if (part is null)
            reasons.Add($"{field}: null");
    }

    private static void Within(string field, double value, double least, double most, List<string> reasons)
    {
        if (!(value >= least && value <= most))
            reasons.Add($"{field}: {value} is not within {least} to {most}");
    }
}
