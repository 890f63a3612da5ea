using Microsoft.Net.Http.Headers;
using Saima.Api.Problems;

namespace Saima.Api.Reading;

/// <summary>Is this body JSON, as it says of itself?</summary>
public static class MediaType
{
    public const string Json = "application/json";

    /// <summary>One document a line.</summary>
    public const string Lines = "application/x-ndjson";

    /// <summary>415 in words, or null if the body may be read.</summary>
    /// <param name="request">Whose body it is.</param>
    /// <param name="taken">The media types that the call takes.</param>
    public static IResult? Refusal(HttpRequest request, params ReadOnlySpan<string> taken)
    {
        if (request.Headers.ContentEncoding.Count > 0)
            return Refused("The body must come as it is, without Content-Encoding.");
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && IsTaken(type, taken)
            ? null
            : Refused($"The body's Content-Type must be {string.Join(" or ", taken)}, in UTF-8.");
    }

    private static bool IsTaken(MediaTypeHeaderValue type, ReadOnlySpan<string> taken)
    {
        var isUtf8 = !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        foreach (var name in taken)
        {
            if (isUtf8 && type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static IResult Refused(string words) => Problem.Of(StatusCodes.Status415UnsupportedMediaType, words);
}
