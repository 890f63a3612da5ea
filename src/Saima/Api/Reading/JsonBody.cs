using System.Text.Json;
using System.Text.Unicode;
using Saima.Api.Problems;

namespace Saima.Api.Reading;

/// <summary>Does this body hold one JSON object? For calls whose body is small and read whole.</summary>
public static class JsonBody
{
    /// <summary>The longest such body: a query of 1,000 characters and all filters need a quarter of it.</summary>
    public const int MostBytes = 64 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The object, or the answer that refuses the body.</summary>
    public static async Task<(JsonDocument? Document, IResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (MediaType.Refusal(request, MediaType.Json) is { } refusal)
            return (null, refusal);
        var bytes = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > MostBytes)
            return (null, Problem.Of(StatusCodes.Status413PayloadTooLarge, $"The body of this call is at most {MostBytes} bytes long."));
        return Utf8.IsValid(bytes.AsSpan(0, length)) ? Parse(bytes.AsMemory(0, length)) : (null, Refused("must be valid UTF-8"));
    }

    private static (JsonDocument? Document, IResult? Refusal) Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var document = JsonDocument.Parse(bytes, Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (document, null);
            document.Dispose();
            return (null, Refused("must be a JSON object"));
        }
        catch (JsonException e)
        {
            // Of the exception only the place is told; its text is made for programmers.
            return (null, Refused($"must be valid JSON without repeated names (look at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1})"));
        }
        catch (InvalidOperationException)
        {
            // JSON can write half of a surrogate pair, here in a name.
            return (null, Refused("must have names of valid Unicode"));
        }
    }

    private static IResult Refused(string message) => Problem.OfFields(new FieldError(FieldError.Whole, message));
}
