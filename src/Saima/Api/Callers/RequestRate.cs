using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Saima.Api.Problems;
using Saima.Market.Accounts;

namespace Saima.Api.Callers;

/// <summary>How often may one key call? So many times in a minute, counted in this process.</summary>
public static class RequestRate
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRequestRate(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ApiOptions>>((limits, options) =>
        {
            var window = new FixedWindowRateLimiterOptions { PermitLimit = options.Value.RequestsPerMinute, Window = Window };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                context => RateLimitPartition.GetFixedWindowLimiter(WhoCalls(context), _ => window));
            limits.OnRejected = RefuseAsync;
        });
    }

    // Calls that need no key are counted by the address they come from.
    private static string WhoCalls(HttpContext context) =>
        context.Features.Get<ApiKey>() is { } key
            ? key.Id.ToString(CultureInfo.InvariantCulture)
            : $"address {context.Connection.RemoteIpAddress}";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problem.Of(
                StatusCodes.Status429TooManyRequests,
                string.Create(CultureInfo.InvariantCulture, $"This key has made its calls of this minute. Call again in {seconds} s."))
            .ExecuteAsync(rejected.HttpContext);
    }
}
