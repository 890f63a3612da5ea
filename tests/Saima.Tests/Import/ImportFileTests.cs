using System.IO.Compression;
using System.Text;
using Saima.Import;

namespace Saima.Tests.Import;

public sealed class ImportFileTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly RememberingMarket _market = new("p-3");

    public void Dispose() => _folder.Dispose();

    private Task<ImportReport> ImportAsync(FileInfo file, ImportMap? map, DocumentKind kind = DocumentKind.Product) =>
        new ImportFile(_market.PutAsync, map).RunAsync(kind, file, new ImportPace(file.Length, new HandClock()), TestContext.Current.CancellationToken);

    private const string Lines = """
        {"sku":"p-1","maker":"Blue","name":"Pump"}
        {"sku":"p-2","maker":"Blue","name":
        {"sku":"p-3","maker":"Red","name":"Valve"}

        {"sku":"p 4","maker":"Red","name":"Valve"}
        {"sku":"p-5","maker":"Red"}
        7
        {"sku":"p-6","maker":"Green","name":"Pump"}
        """;

    [Fact]
    public async Task Good_lines_go_in_and_every_bad_line_is_named()
    {
        var report = await ImportAsync(_folder.Write("all.ndjson", Lines), Some.Map());

        _market.Of(DocumentKind.Product).Select(product => product["id"]!.ToString()).ShouldBe(["p-1", "p-6"]);
        report.BadLines.Select(bad => (bad.Line, bad.Id, bad.Field)).ShouldBe(
            [(2, null, ""), (7, null, ""), (5, null, "id"), (6, "p-5", "title"), (3, "p-3", "id")], ignoreOrder: true);
        report.BadLines.Single(bad => bad.Line == 6).ToString().ShouldBe("line 6, id p-5: title: is missing");
    }

    [Fact]
    public async Task Sellers_go_in_before_products_and_each_once()
    {
        await ImportAsync(_folder.Write("all.ndjson", Lines), Some.Map());

        _market.Taken.Select(taken => taken.Kind).ShouldBeInOrder(SortDirection.Ascending);
        _market.Of(DocumentKind.Seller).Select(seller => seller.ToJsonString())
            .ShouldBe(["""{"id":"blue","name":"Blue"}""", """{"id":"red","name":"Red"}""", """{"id":"green","name":"Green"}"""]);
    }

    [Fact]
    public async Task Without_a_map_lines_are_documents_already()
    {
        var report = await ImportAsync(_folder.Write("s.jsonl", "{\"id\":\"s-1\",\"name\":\"宁波恒达\"}\n[1]\n"), null, DocumentKind.Seller);

        _market.Of(DocumentKind.Seller).Single()["name"]!.ToString().ShouldBe("宁波恒达");
        report.BadLines.ShouldHaveSingleItem().ToString().ShouldBe("line 2: is JSON, but not an object");
    }

    [Fact]
    public async Task Compressed_file_reads_like_a_plain_one()
    {
        var report = await ImportAsync(_folder.Write("all.ndjson.gz", Zip(Lines)), Some.Map());

        _market.Of(DocumentKind.Product).Count().ShouldBe(2);
        report.AnythingIn.ShouldBeTrue();
    }

    [Fact]
    public async Task Compressed_file_that_breaks_off_fails_and_says_so()
    {
        var whole = Zip(string.Concat(Enumerable.Range(0, 5_000).Select(number => $$"""{"sku":"n-{{number * 7919}}","maker":"Blue","name":"Pump {{number}}"}""" + "\n")));

        var failure = await Should.ThrowAsync<ImportFailure>(() => ImportAsync(_folder.Write("half.ndjson.gz", whole[..(whole.Length / 2)]), Some.Map()));

        failure.Message.ShouldStartWith("half.ndjson.gz breaks off or is damaged after about ");
    }

    [Theory]
    [InlineData("table.csv")]
    [InlineData("table.XLSX")]
    [InlineData("table.csv.gz")]
    public async Task Tables_are_refused_with_what_to_do(string name) =>
        (await Should.ThrowAsync<ImportFailure>(() => ImportAsync(_folder.Write(name, "id,name"), Some.Map())))
            .Message.ShouldStartWith("CSV and XLSX are not read yet: save");

    [Fact]
    public async Task One_big_array_is_refused_with_what_to_do() =>
        (await Should.ThrowAsync<ImportFailure>(() => ImportAsync(_folder.Write("all.json", "[{\"id\":1}]"), null))).Message.ShouldContain("jq -c '.[]'");

    [Fact]
    public async Task Map_without_sellers_cannot_import_sellers()
    {
        var map = Some.Map() with { Seller = null };

        (await Should.ThrowAsync<ImportFailure>(() => ImportAsync(_folder.Write("all.ndjson", Lines), map, DocumentKind.Seller)))
            .Message.ShouldContain("no 'seller' section");
    }

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.ToArray();
    }
}
