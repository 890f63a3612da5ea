using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Saima.Market.Catalogue;

/// <summary>Which documents does this bulk body hold, and what is wrong with the others? NDJSON or one JSON array, streamed.</summary>
/// <remarks>No bytes make it throw; only the stream itself may. <c>now</c> bounds dates, which lie at most a day ahead of it.</remarks>
public static class BulkReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    public static IAsyncEnumerable<BulkItem<CategoryDocument>> ReadCategories(Stream body, DateTimeOffset now, CancellationToken cancel = default) =>
        ReadAsync(body, new DocumentDates(now), "path", CategoryDocument.Read, cancel);

    public static IAsyncEnumerable<BulkItem<SellerDocument>> ReadSellers(Stream body, DateTimeOffset now, CancellationToken cancel = default) =>
        ReadAsync(body, new DocumentDates(now), "id", SellerDocument.Read, cancel);

    public static IAsyncEnumerable<BulkItem<ProductDocument>> ReadProducts(Stream body, DateTimeOffset now, CancellationToken cancel = default) =>
        ReadAsync(body, new DocumentDates(now), "id", ProductDocument.Read, cancel);

    internal static async IAsyncEnumerable<BulkItem<T>> ReadAsync<T>(
        Stream body, DocumentDates dates, string idField, Func<FieldReader, T?> read, [EnumeratorCancellation] CancellationToken cancel)
        where T : class
    {
        var splitter = new BodySplitter(body);
        while (await splitter.NextAsync(cancel) is { } piece)
            yield return Parse(piece, dates, idField, read);
    }

    private static BulkItem<T> Parse<T>(BodyPiece piece, DocumentDates dates, string idField, Func<FieldReader, T?> read)
        where T : class
    {
        if (piece.Fault is not null)
            return Refused<T>(piece, idField, piece.Fault);
        if (!Utf8.IsValid(piece.Utf8.Span))
            return Refused<T>(piece, idField, "must be valid UTF-8");

        try
        {
            using var json = JsonDocument.Parse(piece.Utf8, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? Read(piece, json.RootElement, dates, idField, read)
                : Refused<T>(piece, idField, "must be a JSON object");
        }
        catch (JsonException exception)
        {
            // Of the exception only the place is told; its text is made for programmers.
            return Refused<T>(piece, idField, $"must be valid JSON without repeated names (look at byte {exception.BytePositionInLine + 1})");
        }
    }

    private static BulkItem<T> Read<T>(BodyPiece piece, JsonElement root, DocumentDates dates, string idField, Func<FieldReader, T?> read)
        where T : class
    {
        var refusals = new RefusalList(piece.Line, IdPeek.Find(piece.Utf8.Span, idField));
        var document = read(new FieldReader(root, "", refusals, dates));
        return new BulkItem<T>(piece.Line, refusals.Count == 0 ? document : null, refusals.Refusals);
    }

    private static BulkItem<T> Refused<T>(BodyPiece piece, string idField, string message)
        where T : class =>
        new(piece.Line, null, [new Refusal(piece.Line, IdPeek.Find(piece.Utf8.Span, idField), Refusal.Whole, message)]);
}
