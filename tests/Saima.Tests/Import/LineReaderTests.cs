using System.Text;
using CsCheck;
using Saima.Import;

namespace Saima.Tests.Import;

public sealed class LineReaderTests
{
    private static async Task<List<SourceLine>> LinesAsync(byte[] bytes)
    {
        var lines = new List<SourceLine>();
        await foreach (var line in LineReader.ReadAsync(new MemoryStream(bytes)))
            lines.Add(line);
        return lines;
    }

    [Fact]
    public async Task Empty_lines_count_but_are_not_given()
    {
        var lines = await LinesAsync("\uFEFF{\"a\":1}\r\n\n  \n{\"b\":2}"u8.ToArray());

        lines.Select(line => (line.Number, Encoding.UTF8.GetString(line.Utf8.Span))).ShouldBe([(1, "{\"a\":1}"), (4, "{\"b\":2}")]);
    }

    [Fact]
    public async Task Line_of_more_than_a_mebibyte_is_named_and_the_next_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('x', (3 * LineReader.LongestLine) + 5) + "\n{}\n");

        var lines = await LinesAsync(bytes);

        lines.Select(line => (line.Number, line.Fault)).ShouldBe([(1, "is longer than 1 MiB"), (2, null)]);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_named_by_their_line()
    {
        var lines = await LinesAsync([.. "{}\n"u8, 0xC3, 0x28, (byte)'\n', .. "{}"u8]);

        lines.Select(line => line.Fault).ShouldBe([null, "is not UTF-8", null]);
    }

    [Fact]
    public void Random_bytes_never_throw_and_no_line_is_lost() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            var lines = LinesAsync(bytes).GetAwaiter().GetResult();
            lines.ForEach(line => RecordReader.Read(line));
            return lines.Count <= bytes.Count(unit => unit == '\n') + 1 && lines.All(line => line.Number <= bytes.Count(unit => unit == '\n') + 1);
        });
}
