using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Saima.Import;

/// <summary>Here is a file of sellers or products; bring it into the market and name every line that stays outside.</summary>
/// <remarks>With a map that has a <c>seller</c> section, products bring their sellers along: the file is read twice, sellers first.
/// Good lines go in whatever happens to the others.</remarks>
public sealed class ImportFile(PutDocuments put, ImportMap? map)
{
    private readonly MapRecord? _mapping = map is null ? null : new MapRecord(map);
    private readonly List<LineFault> _badLines = [];
    private readonly HashSet<LineFault> _named = [];
    private readonly HashSet<long> _badNumbers = [];
    private readonly SortedDictionary<string, long> _cuts = new(StringComparer.Ordinal);

    /// <summary>How many passes over the file <see cref="RunAsync"/> makes for documents of this kind.</summary>
    public int Passes(DocumentKind kind) => kind == DocumentKind.Product && map?.Seller is not null ? 2 : 1;

    /// <summary>Reads the file, hands its documents to the market and waits for its answer.</summary>
    /// <exception cref="ImportFailure">The file cannot be read (to its end), or the map does not fit.</exception>
    public async Task<ImportReport> RunAsync(DocumentKind kind, FileInfo file, ImportPace pace, CancellationToken cancellation)
    {
        var answers = new List<KeyValuePair<DocumentKind, PutAnswer>>();
        if (Passes(kind) == 2)
            answers.Add(KeyValuePair.Create(DocumentKind.Seller, await PassAsync(DocumentKind.Seller, file, pace, cancellation)));
        answers.Add(KeyValuePair.Create(kind, await PassAsync(kind, file, pace, cancellation)));
        return new ImportReport { Answers = answers, BadLines = _badLines, Cuts = _cuts };
    }

    private async Task<PutAnswer> PassAsync(DocumentKind kind, FileInfo file, ImportPace pace, CancellationToken cancellation)
    {
        var lines = new List<long>();
        try
        {
            await using var stream = ImportSource.Open(file, pace.Read);
            var answer = await put(kind, DocumentsAsync(kind, stream, lines, pace, cancellation), cancellation);
            foreach (var refusal in answer.Refusals)
                Refuse(refusal with { Line = lines[(int)refusal.Line - 1] }, pace);
            return answer;
        }
        catch (InvalidDataException broken)
        {
            throw new ImportFailure($"{file.Name} breaks off or is damaged after about {lines.Count} records ({PlainText.OneLine(broken.Message)}): fetch it again and import it again; what went in stays", broken);
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> DocumentsAsync(
        DocumentKind kind, Stream stream, List<long> lines, ImportPace pace, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in RecordReader.ReadAsync(stream, cancellation))
        {
            pace.Row();
            var document = line.Record is null ? null : Document(kind, line, line.Record, seen, pace);
            if (line.Fault is not null)
                Refuse(new LineFault(line.Line.Number, null, "", line.Fault), pace);
            if (document is null)
                continue;
            lines.Add(line.Line.Number);
            yield return document.Value;
        }
    }

    /// <summary>The line's document; null if the line is refused or its seller was sent already.</summary>
    private ReadOnlyMemory<byte>? Document(DocumentKind kind, ReadLine line, SourceRecord record, HashSet<string> seen, ImportPace pace)
    {
        if (_mapping is null)
            return line.Line.Utf8;
        var mapped = kind == DocumentKind.Seller ? _mapping.ToSeller(record) : _mapping.ToProduct(record);
        foreach (var fault in mapped.Faults)
            Refuse(new LineFault(line.Line.Number, mapped.Id, fault.Field, fault.Message), pace);
        if (mapped.Document is null || kind == DocumentKind.Seller && !seen.Add(mapped.Id!))
            return null;
        foreach (var cut in mapped.Cuts)
            _cuts[cut] = _cuts.GetValueOrDefault(cut) + 1;
        return JsonSerializer.SerializeToUtf8Bytes(mapped.Document);
    }

    /// <summary>A line that both passes refuse for the same reason is named once.</summary>
    private void Refuse(LineFault fault, ImportPace pace)
    {
        if (!_named.Add(fault))
            return;
        _badLines.Add(fault);
        if (_badNumbers.Add(fault.Line))
            pace.Bad();
    }
}
