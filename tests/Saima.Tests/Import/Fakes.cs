using System.Text;
using System.Text.Json.Nodes;
using Saima.Import;

namespace Saima.Tests.Import;

/// <summary>A market that takes everything, remembers it, and refuses the ids it was told to.</summary>
internal sealed class RememberingMarket(params string[] refusedIds)
{
    public List<(DocumentKind Kind, JsonObject Document)> Taken { get; } = [];

    public IEnumerable<JsonObject> Of(DocumentKind kind) => Taken.Where(taken => taken.Kind == kind).Select(taken => taken.Document);

    public async Task<PutAnswer> PutAsync(DocumentKind kind, IAsyncEnumerable<ReadOnlyMemory<byte>> documents, CancellationToken cancellation)
    {
        var refusals = new List<LineFault>();
        var position = 0;
        var accepted = 0;
        await foreach (var bytes in documents.WithCancellation(cancellation))
        {
            position++;
            var document = JsonNode.Parse(bytes.Span)!.AsObject();
            var id = (string?)document["id"];
            if (refusedIds.Contains(id))
            {
                refusals.Add(new LineFault(position, id, "id", "is not wanted here"));
                continue;
            }

            accepted++;
            Taken.Add((kind, document));
        }

        return new PutAnswer(accepted, 0, refusals.Count, refusals);
    }
}

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class HandClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => _ticks += by.Ticks;

    public override long GetTimestamp() => _ticks;
}

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-test-");

    public FileInfo Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public FileInfo Write(string name, byte[] bytes)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        File.WriteAllBytes(file.FullName, bytes);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
