using System.ComponentModel.DataAnnotations;

namespace Saima.Api;

/// <summary>What did the operator say about the limits of the HTTP interface? The section <c>Api</c> of the configuration (<c>Api__RequestsPerMinute</c> in the environment).</summary>
public sealed class ApiOptions
{
    public const string Section = "Api";

    /// <summary>Calls that one key may make in a minute, 1–1,000,000,000; what comes beyond gets 429 with <c>Retry-After</c>.</summary>
    [Range(1, 1_000_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>The longest body, bytes, 1,024–2,000,000,000; a longer one gets 413.</summary>
    [Range(1_024, 2_000_000_000)]
    public int MaxBodyBytes { get; set; } = 32 * 1024 * 1024;
}
