using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Saima.Import;

/// <summary>Which records does a file of one JSON object a line hold? A line that is none is named, not fatal.</summary>
public static class RecordReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Every line that is not empty, as a record or with its fault.</summary>
    /// <exception cref="ImportFailure">The file is one JSON array.</exception>
    public static async IAsyncEnumerable<ReadLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var line in LineReader.ReadAsync(stream, cancellation))
        {
            if (line.Number == 1 && line.Utf8.Length > 0 && line.Utf8.Span[0] == (byte)'[')
                throw new ImportFailure("the file is one JSON array: write one object a line instead (jq -c '.[]' FILE.json > FILE.ndjson)");
            yield return Read(line);
        }
    }

    public static ReadLine Read(SourceLine line)
    {
        if (line.Fault is not null)
            return new ReadLine(line, null, line.Fault);
        try
        {
            using var document = JsonDocument.Parse(line.Utf8, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new ReadLine(line, SourceRecord.From(document.RootElement), null)
                : new ReadLine(line, null, "is JSON, but not an object");
        }
        catch (JsonException broken)
        {
            return new ReadLine(line, null, $"is not JSON: {PlainText.OneLine(broken.Message)}");
        }
    }
}
