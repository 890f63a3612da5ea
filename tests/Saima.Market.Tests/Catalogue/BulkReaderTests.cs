using System.Text;
using CsCheck;
using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class BulkReaderTests
{
    [Fact]
    public async Task An_array_and_lines_hold_the_same_documents()
    {
        var lines = new[] { Some.Product("p-1"), "{\"id\":\"p-2\"}", Some.Product("p-3", title: "a, \\\"b\\\" ] } [ {") };

        var fromLines = await Read(Encoding.UTF8.GetBytes(Some.Lines(lines)));
        var fromArray = await Read(Encoding.UTF8.GetBytes("\uFEFF \n [" + string.Join(" ,\n", lines) + "]\n"));

        fromArray.Select(Shown).ShouldBe(fromLines.Select(Shown));
        fromLines.Select(item => item.Document is null).ShouldBe([false, true, false]);
    }

    [Fact]
    public void The_way_in_which_the_bytes_arrive_changes_nothing() =>
        Gen.Select(Gen.Bool, Gen.Int[1, 7], Gen.OneOf(Some.Product("p-1"), "", "  ", "{", "\"x\\", "[1,2]", "{\"id\":\"床\"}").Array[0, 6])
            .Sample((isArray, step, pieces) =>
            {
                var body = Encoding.UTF8.GetBytes(isArray ? "[" + string.Join(',', pieces) + "]" : Some.Lines(pieces));
                var whole = Read(body).Result.Select(Shown);
                var dripping = Read(new DrippingStream(body, step)).Result.Select(Shown);
                dripping.ShouldBe(whole);
            }, iter: 300);

    [Theory]
    [InlineData("", 0)]
    [InlineData("  \n\n ", 0)]
    [InlineData("[]", 0)]
    [InlineData(" [ \n ] ", 0)]
    [InlineData("\uFEFF", 0)]
    [InlineData("[{},]", 2)]
    [InlineData("[,{}]", 2)]
    [InlineData("[{}", 1)]
    [InlineData("[{}] {}", 2)]
    [InlineData("{}\r\n\r\n{}", 2)]
    public async Task So_many_documents_are_told_of(string body, int count) =>
        (await Read(Encoding.UTF8.GetBytes(body))).Count.ShouldBe(count);

    [Fact]
    public async Task Broken_JSON_in_the_middle_costs_only_its_own_line()
    {
        var items = await Read(Encoding.UTF8.GetBytes(Some.Lines([Some.Product("p-1"), "", "{\"id\":\"p-2\",\"title\":", Some.Product("p-3")])));

        items.Select(item => item.Line).ShouldBe([1, 3, 4]);
        items[1].Refusals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            refusal => refusal.Line.ShouldBe(3),
            refusal => refusal.Id.ShouldBe("p-2"),
            refusal => refusal.Message.ShouldStartWith("must be valid JSON"));
        items[2].Document!.Id.ShouldBe("p-3");
    }

    [Fact]
    public async Task A_name_that_stands_twice_in_a_document_is_refused() =>
        (await Read("{\"id\":\"p-1\",\"id\":\"p-2\"}"u8.ToArray())).ShouldHaveSingleItem().Refusals.ShouldHaveSingleItem().Field.ShouldBe(Refusal.Whole);

    [Fact]
    public async Task Invalid_UTF8_is_refused_with_its_line()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Some.Product("p-1") + "\n{\"id\":\"p-2\",\"title\":\""), 0xC3, 0x28, .. "\"}\n"u8];
        var items = await Read(body);

        items[0].Document.ShouldNotBeNull();
        items[1].Refusals.ShouldHaveSingleItem().ShouldBe(new Refusal(2, "p-2", Refusal.Whole, "must be valid UTF-8"));
    }

    [Fact]
    public async Task A_title_of_a_million_characters_is_refused_as_a_title()
    {
        var items = await Read(Encoding.UTF8.GetBytes(Some.Product("p-1", title: new string('x', 1_000_000))));

        items.ShouldHaveSingleItem().Refusals.ShouldHaveSingleItem().Field.ShouldBe("title");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_document_over_the_limit_is_refused_by_its_id_and_the_next_one_is_read(bool isArray)
    {
        var tooLong = Some.Product("p-long", title: new string('x', 3 << 20));
        var body = isArray ? $"[{tooLong},{Some.Product("p-2")}]" : $"{tooLong}\n{Some.Product("p-2")}";
        var items = await Read(Encoding.UTF8.GetBytes(body));

        items[0].Refusals.ShouldHaveSingleItem().ShouldBe(new Refusal(1, "p-long", Refusal.Whole, "must be at most 1048576 bytes long"));
        items[1].Document!.Id.ShouldBe("p-2");
    }

    [Fact]
    public async Task A_line_without_end_is_not_held_in_memory()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var items = await Read(new EndlessLine(200L << 20));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        items.ShouldHaveSingleItem().Refusals.ShouldHaveSingleItem().Message.ShouldContain("at most");
        held.ShouldBeLessThan(20L << 20);
    }

    [Fact]
    public void No_bytes_make_it_throw() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], Fragments)
            .Sample(bytes => Told(Read(bytes).Result), iter: 5_000);

    private static Gen<byte[]> Fragments { get; } =
        Gen.OneOf(
                "{", "}", "[", "]", ",", ":", "\n", "\r", "\"", "\\", "\\ud800", "\\u0000", "null", "1e999", "-0", "\"id\"", "\"title\"", "\"price\"",
                "\"attributes\"", "\"keywords\"", "\"min\"", "\"listedAt\"", "\"2026-03-01T00:00:00Z\"", "\uFEFF", "床", "true", " > ")
            .Array[0, 40].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));

    private static bool Told(List<BulkItem<ProductDocument>> items) => items.TrueForAll(item => item.Document is null == item.Refusals.Count > 0);

    private static string Shown(BulkItem<ProductDocument> item) => $"{item.Line} {item.Document?.Id} {item.Document?.Title} {string.Join(';', item.Refusals)}";

    private static Task<List<BulkItem<ProductDocument>>> Read(byte[] body) => Read(new MemoryStream(body));

    private static async Task<List<BulkItem<ProductDocument>>> Read(Stream body) => await BulkReader.ReadProducts(body, Some.Now).ToListAsync();
}
