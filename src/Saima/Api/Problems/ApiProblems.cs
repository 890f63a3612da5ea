using Saima.Market.Sqlite;
using Saima.Market.Traffic;

namespace Saima.Api.Problems;

/// <summary>Middleware: gives every failed call its words, also those that failed before a call was found or in a way that nobody foresaw.</summary>
public sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (IsBare(context.Response))
                await Problem.Of(context.Response.StatusCode, WordsOf(context)).ExecuteAsync(context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            await AnswerOf(e, context).ExecuteAsync(context);
        }
    }

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    private static string WordsOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => Problem.NotHere,
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {Method(context)}; it takes {context.Response.Headers.Allow}.",
        StatusCodes.Status415UnsupportedMediaType => "The body's Content-Type must be application/json, or for calls with many lines application/x-ndjson.",
        _ => "The call cannot be understood.",
    };

    // Whatever the caller wrote there comes back only if it is one of the names that HTTP has.
    private static string Method(HttpContext context) =>
        context.Request.Method is "GET" or "PUT" or "POST" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" ? context.Request.Method : "this method";

    private IResult AnswerOf(Exception e, HttpContext context)
    {
        switch (e)
        {
            case var _ when context.RequestAborted.IsCancellationRequested:
                return TypedResults.StatusCode(ClientClosedRequest); // nobody reads it
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problem.Of(
                    StatusCodes.Status413PayloadTooLarge,
                    "The body is longer than this market takes. Lines before the limit may have been taken; send the rest in smaller bodies.");
            case BadHttpRequestException bad:
                return Problem.Of(bad.StatusCode, "The call cannot be read: its body or an address part is broken.");
            case PageRefusedException refused:
                return Problem.OfFields(new FieldError(refused.Field, refused.Reason));
            case var _ when StorageTrouble.In(e) is { } trouble:
                StorageUnavailable(logger, trouble);
                context.Response.Headers.RetryAfter = "5";
                return Problem.Of(
                    StatusCodes.Status503ServiceUnavailable, "The market's storage cannot be used at the moment, and nothing of what was not answered is recorded. Send the call again.");
            default:
                Failed(logger, e, context.Request.Method, context.GetEndpoint()?.DisplayName);
                return Problem.Of(StatusCodes.Status500InternalServerError, "The market failed at this call; its operator finds the reason in the program's log.");
        }
    }

    [LoggerMessage(LogLevel.Error, "A call was answered 503: {Reason}")]
    private static partial void StorageUnavailable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} {Endpoint} failed")]
    private static partial void Failed(ILogger logger, Exception e, string method, string? endpoint);
}
