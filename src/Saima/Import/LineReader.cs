using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Saima.Import;

/// <summary>Which lines does a stream hold? Never keeps more than one of them, and none that is too long.</summary>
public static class LineReader
{
    /// <summary>Longest line in bytes; a longer one is named and skipped without being kept.</summary>
    public const int LongestLine = 1 << 20;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<SourceLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var number = 0L;
        var tooLong = false;
        var ended = false;
        while (!ended)
        {
            var read = await pipe.ReadAsync(cancellation);
            var rest = read.Buffer;
            ended = read.IsCompleted;
            while (TakeLine(ref rest, ended, out var line))
            {
                number++;
                if (Line(line, number, tooLong) is { } source)
                    yield return source;
                tooLong = false;
            }

            if (rest.Length > LongestLine)
            {
                tooLong = true;
                rest = rest.Slice(rest.End);
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }

        await pipe.CompleteAsync();
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, bool ended, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        line = end is null ? rest : rest.Slice(0, end.Value);
        if (end is null && !(ended && rest.Length > 0))
            return false;
        rest = end is null ? rest.Slice(rest.End) : rest.Slice(rest.GetPosition(1, end.Value));
        return true;
    }

    private static SourceLine? Line(ReadOnlySequence<byte> line, long number, bool tooLong)
    {
        if (tooLong || line.Length > LongestLine)
            return new SourceLine(number, default, $"is longer than {LongestLine / 1024 / 1024} MiB");
        var bytes = line.ToArray().AsMemory();
        if (number == 1 && bytes.Span.StartsWith(ByteOrderMark))
            bytes = bytes[ByteOrderMark.Length..];
        bytes = bytes.Trim(" \t\r"u8);
        if (bytes.IsEmpty)
            return null;
        return Utf8.IsValid(bytes.Span) ? new SourceLine(number, bytes, null) : new SourceLine(number, default, "is not UTF-8");
    }
}
