using System.Text.Json;
using System.Text.Json.Serialization;

namespace Saima.Engine.Policies;

/// <summary>A rule file that cannot be used, with every reason and where it lies.</summary>
public sealed class PolicyRefusedException(IReadOnlyList<string> reasons) : Exception(string.Join("; ", reasons))
{
    /// <summary>Each as <c>field: what is wrong</c>.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;
}

/// <summary>Reads and writes a rule as JSON, and knows the rules that ship with the engine.</summary>
public static class PolicyFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NumberHandling = JsonNumberHandling.Strict,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Names of the rules that ship with the engine; the first is the default.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ["open", "classic"];

    /// <summary>The text of a shipped rule.</summary>
    /// <exception cref="ArgumentException">No rule of that name ships.</exception>
    public static string ReadShipped(string name)
    {
        using var stream = typeof(PolicyFile).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new ArgumentException($"No rule named '{name}' ships with the engine; there are {string.Join(", ", Shipped)}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="PolicyRefusedException">The text is not JSON, names an unknown field, or a value is out of its range.</exception>
    public static Policy Parse(string text)
    {
        Policy? policy;
        try
        {
            policy = JsonSerializer.Deserialize<Policy>(text, Json);
        }
        catch (JsonException e)
        {
            throw new PolicyRefusedException([$"{e.Path ?? "$"}: {e.Message}"]);
        }
        catch (ArgumentException e)
        {
            // Half of a surrogate pair cannot be made UTF-8.
            throw new PolicyRefusedException([$"$: {e.Message}"]);
        }

        if (policy is null)
            throw new PolicyRefusedException(["$: the rule is null"]);
        var reasons = PolicyRanges.Check(policy);
        return reasons.Count == 0 ? policy : throw new PolicyRefusedException(reasons);
    }

    /// <summary>The rule as it is published.</summary>
    public static string Write(Policy policy) => JsonSerializer.Serialize(policy, Json);
}
