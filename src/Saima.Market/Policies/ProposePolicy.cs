using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Saima.Market.Policies;

/// <summary>What became of a proposed rule: its version, or why it was not taken.</summary>
public sealed record ProposedPolicy(PolicyText? Policy, IReadOnlyList<Refusal> Refusals);

/// <summary>Keeps a new version of a rule, not in force yet. The caller has read it as a rule before; here it is only text.</summary>
public sealed class ProposePolicy(MarketWriter writer)
{
    private const int MaxJsonLength = 256 * 1024;

    /// <summary>The version it got; the same text as the latest version of that name is that version.</summary>
    public async Task<ProposedPolicy> RunAsync(string name, string json, CancellationToken cancel = default)
    {
        var refusals = new RefusalList(0, name);
        if (!CallerId.IsValid(name))
            refusals.Add("name", CallerId.Rule);
        if (json.Length > MaxJsonLength || !IsJsonObject(json))
            refusals.Add(Refusal.Whole, $"must be a JSON object of at most {MaxJsonLength} characters");
        if (refusals.Count > 0)
            return new ProposedPolicy(null, refusals.Refusals);

        var kept = await writer.WriteAsync(market => KeepAsync(market, name, json, cancel), cancel);
        return new ProposedPolicy(kept, []);
    }

    private static async Task<PolicyText> KeepAsync(MarketWrite market, string name, string json, CancellationToken cancel)
    {
        var latest = await market.Db.Policies.AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Version).FirstOrDefaultAsync(cancel);
        if (latest?.Json == json)
            return PolicyText.Of(latest);

        var row = new PolicyRow { Name = name, Version = (latest?.Version ?? 0) + 1, Json = json };
        market.Db.Add(row);
        await market.SaveAsync(cancel);
        return PolicyText.Of(row);
    }

    private static bool IsJsonObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
