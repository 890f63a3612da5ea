using System.Text.Json;

namespace Saima.Api.Policies;

/// <summary>Which version of which rule is this, and is it in force?</summary>
/// <param name="ActivatedAt">When it was put in force for the last time; null = never.</param>
/// <param name="Rule">The rule, whole.</param>
public sealed record PolicyVersion(string Name, int Version, bool IsInForce, DateTimeOffset? ActivatedAt, JsonElement Rule);
