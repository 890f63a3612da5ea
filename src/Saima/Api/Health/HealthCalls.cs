using System.Globalization;
using Saima.Engine.Race;
using Saima.Market.Traffic;

namespace Saima.Api.Health;

/// <summary>Is the program alive, and may it be sent traffic? For whoever watches over it; open to everybody.</summary>
internal static class HealthCalls
{
    /// <summary>The longest that the engine may lag behind before the program asks to be left alone.</summary>
    public static readonly TimeSpan MostLag = TimeSpan.FromSeconds(10);

    private const string Tag = "Health";

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Liveness("alive")))
            .WithSummary("Is the program alive?").WithTags(Tag);
        routes.MapGet("/readyz", Ready).Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable)
            .WithSummary("May the program be sent traffic?").WithTags(Tag);
    }

    private static IResult Ready(LiveEngine engine, LiveEngineLoop loop)
    {
        var epoch = engine.IsStarted ? engine.Current : null;
        var lag = loop.Lag;
        return ReasonAgainst(epoch, lag) is { } reason
            ? TypedResults.Json(Of("notReady", reason, epoch, lag), statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(Of("ready", null, epoch, lag));
    }

    private static string? ReasonAgainst(Epoch? epoch, TimeSpan? lag)
    {
        if (epoch is null)
            return "The engine has not started.";
        if (lag is null)
            return "The engine has not taken its first step.";
        return lag > MostLag
            ? string.Create(CultureInfo.InvariantCulture, $"The engine's last step was {lag.Value.TotalSeconds:0} s ago: the program's log says what it waits for.")
            : null;
    }

    private static Readiness Of(string status, string? reason, Epoch? epoch, TimeSpan? lag) =>
        new(status, reason, epoch?.Snapshot.Sequence, epoch?.LearnedThrough, (long?)lag?.TotalMilliseconds);
}
