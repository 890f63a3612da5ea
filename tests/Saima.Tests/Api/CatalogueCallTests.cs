using System.Net;
using System.Text;

namespace Saima.Tests.Api;

public sealed class CatalogueCallTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Product_comes_back_as_it_was_put()
    {
        using var admin = host.Admin();
        const string product =
            """
            {"id":"c:1.a_B-9","sellerId":"s-1","title":"松木床 <b>\"pine\"</b> 🛏","category":"Furniture > Beds","attributes":{"材质":"松木"},"keywords":["bed"],"description":"two\nlines",
             "price":{"min":68.5,"max":95,"currency":"USD","unit":"set"},"moq":50,"listedAt":"2026-03-01T00:00:00Z","imageUrl":"https://pictures.example/1.jpg"}
            """;
        var answer = await (await admin.SendAsync(HttpMethod.Put, "products", Encoding.UTF8.GetBytes(product), "application/json")).ReadAsync();
        answer.Number("accepted").ShouldBe(0, "an object alone, over two lines, is neither lines nor an array");

        answer = await admin.PutLinesAsync("products", product.ReplaceLineEndings(""));
        answer.Number("accepted").ShouldBe(1);
        var read = await admin.ReadAsync("products/c:1.a_B-9");
        read.Text("title").ShouldBe("松木床 <b>\"pine\"</b> 🛏");
        read.Text("description").ShouldBe("two\nlines");
        read["attributes"]!.Text("材质").ShouldBe("松木");
        read["price"]!.ToJsonString().ShouldBe("""{"min":68.5,"max":95,"currency":"USD","unit":"set"}""");
        read.Number("moq").ShouldBe(50);
        read.Text("listedAt").ShouldStartWith("2026-03-01T00:00:00");
    }

    [Fact]
    public async Task Array_and_lines_are_the_same()
    {
        using var admin = host.Admin();
        await (await admin.SendAsync(HttpMethod.Put, "products", Encoding.UTF8.GetBytes($"[{Some.Product("array-1")},{Some.Product("array-2")}]"), "application/json")).ReadAsync();
        var again = await admin.PutLinesAsync("products", Some.Product("array-1"), Some.Product("array-2"));
        again.Number("accepted").ShouldBe(2);
        again.Number("unchanged").ShouldBe(2);
    }

    [Fact]
    public async Task Good_lines_are_taken_and_bad_ones_named()
    {
        using var admin = host.Admin();
        var long1 = Some.Product("bad-4", title: new string('W', 1_000_000));
        var body = string.Join('\n', Some.Product("good-1"), "{broken", """{"id":"bad-3","sellerId":"s-1","title":7,"category":"A"}""", long1,
            """{"id":"bad-5","sellerId":"s-1","title":"t","category":"A","price":{"min":-1,"currency":"USD"}}""", Some.Product("good-1"), Some.Product("a/b"), Some.Product("bad-8", "nobody"));
        var answer = await (await admin.PutBodyAsync("products", body)).ReadAsync();
        answer.Number("accepted").ShouldBe(1);
        answer.Number("rejected").ShouldBe(7);
        string[] errors = [.. answer["errors"]!.AsArray().Select(error => $"{error!["line"]} {error["id"]} {error["field"]}").Order(StringComparer.Ordinal)];
        errors.ShouldBe(["2  $", "3 bad-3 title", "4 bad-4 title", "5 bad-5 price.min", "6 good-1 id", "7 a/b id", "8 bad-8 sellerId"]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_by_line()
    {
        using var admin = host.Admin();
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"id":"utf-1","sellerId":"s-1","title":"""), (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'];
        var answer = await (await admin.SendAsync(HttpMethod.Put, "products", body, "application/x-ndjson")).ReadAsync();
        answer["errors"]![0]!.Text("message").ShouldBe("must be valid UTF-8");
    }

    [Fact]
    public async Task Atomic_body_is_taken_whole_or_not_at_all()
    {
        using var admin = host.Admin();
        var answer = await (await admin.PutBodyAsync("products?atomic=true", Some.Product("atom-1") + "\n{broken")).ReadAsync();
        answer.Number("accepted").ShouldBe(0);
        await (await admin.GetAsync("/api/v1/products/atom-1")).ProblemAsync(HttpStatusCode.NotFound);
        (await admin.PutLinesAsync("products?atomic", Some.Product("atom-1"))).Number("accepted").ShouldBe(1);
    }

    [Fact]
    public async Task Strict_call_makes_no_category()
    {
        using var admin = host.Admin();
        var answer = await (await admin.PutBodyAsync("products?strict=true", Some.Product("strict-1", category: "Nowhere"))).ReadAsync();
        answer["errors"]![0]!.Text("field").ShouldBe("category");
        await (await admin.GetAsync("/api/v1/categories/Nowhere")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Flag_that_is_neither_is_refused_by_name()
    {
        using var admin = host.Admin();
        (await (await admin.PutBodyAsync("products?atomic=maybe&strict=1", "")).ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["atomic", "strict"]);
    }

    [Fact]
    public async Task List_in_parts_is_the_list()
    {
        using var admin = host.Admin();
        var whole = (await admin.ReadAsync("products?limit=200"))["items"]!.AsArray().Select(item => item!.Text("id")).ToArray();
        whole.ShouldBe(whole.Order(StringComparer.Ordinal));
        whole.Length.ShouldBeGreaterThanOrEqualTo(ApiHost.Pumps);
        var parts = new List<string>();
        string? after = null;
        do
        {
            var part = await admin.ReadAsync($"products?limit=7{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            parts.AddRange(part["items"]!.AsArray().Select(item => item!.Text("id")));
            after = part["next"]?.GetValue<string>();
        }
        while (after is not null);
        parts.ShouldBe(whole);
    }

    [Theory]
    [InlineData("products?limit=0")]
    [InlineData("sellers?limit=201")]
    [InlineData("categories?limit=many")]
    public async Task Limit_out_of_range_is_refused(string address)
    {
        using var admin = host.Admin();
        (await (await admin.GetAsync("/api/v1/" + address)).ProblemAsync(HttpStatusCode.BadRequest)).ShouldBe(["limit"]);
    }

    [Fact]
    public async Task Category_with_a_slash_is_read_by_its_path()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("categories", """{"path":"Tools > A/C parts & 100 % \"spares\"","names":{"zh":"空调配件"}}""");
        var read = await admin.ReadAsync("categories/" + Uri.EscapeDataString("Tools > A/C parts & 100 % \"spares\""));
        read["names"]!.Text("zh").ShouldBe("空调配件");
    }

    [Theory]
    [InlineData("products/a%2Fb")]
    [InlineData("products/..%2F..%2Fhealthz")]
    [InlineData("sellers/%F0%9F%92%A9")]
    [InlineData("allocations/a%2Fb")]
    [InlineData("allocations/a-0123456789abcdefghjkmnpqrs/explanations/'%20OR%201=1")]
    [InlineData("nothing/here")]
    public async Task Address_that_names_nothing_is_not_found(string address)
    {
        using var admin = host.Admin();
        await (await admin.GetAsync("/api/v1/" + address)).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Deleted_product_is_gone_and_says_since_when()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("products", Some.Product("gone-1"));
        var sequence = (await (await admin.DeleteAsync("/api/v1/products/gone-1")).ReadAsync()).Number("sequence");
        sequence.ShouldBeGreaterThan(0);
        await (await admin.GetAsync("/api/v1/products/gone-1")).ProblemAsync(HttpStatusCode.NotFound);
        await (await admin.DeleteAsync("/api/v1/products/gone-1")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Supplier_goes_only_after_its_products()
    {
        using var admin = host.Admin();
        await admin.PutLinesAsync("sellers", """{"id":"leaver","name":"Leaver"}""");
        await admin.PutLinesAsync("products", Some.Product("leaver-1", "leaver"));
        await (await admin.DeleteAsync("/api/v1/sellers/leaver")).ProblemAsync(HttpStatusCode.Conflict);
        await (await admin.DeleteAsync("/api/v1/products/leaver-1")).ReadAsync();
        await (await admin.DeleteAsync("/api/v1/sellers/leaver")).ReadAsync();
        await (await admin.GetAsync("/api/v1/sellers/leaver")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Suppliers_key_writes_and_reads_its_own_products_only()
    {
        using var supplier = host.As(host.BoundKey);
        using var admin = host.Admin();
        var answer = await (await supplier.PutBodyAsync("products", Some.Product("own-1", "s-1") + "\n" + Some.Product("own-2", "s-2") + "\n" + Some.Product("p-15", "s-1"))).ReadAsync();
        answer.Number("accepted").ShouldBe(1);
        answer["errors"]!.AsArray().Select(error => $"{error!["id"]} {error["field"]}").ShouldBe(["own-2 sellerId", "p-15 id"], ignoreOrder: true);
        (await admin.ReadAsync("products/p-15")).Text("sellerId").ShouldBe("s-2");

        await (await supplier.DeleteAsync("/api/v1/products/p-15")).ProblemAsync(HttpStatusCode.NotFound);
        await (await supplier.GetAsync("/api/v1/products/p-15")).ProblemAsync(HttpStatusCode.NotFound);
        (await supplier.ReadAsync("products?limit=200"))["items"]!.AsArray().Select(item => item!.Text("sellerId")).Distinct().ShouldBe(["s-1"]);
        (await supplier.ReadAsync("sellers"))["items"]!.AsArray().Select(item => item!.Text("id")).ShouldBe(["s-1"]);
        (await supplier.ReadAsync("sellers?after=s-1"))["items"]!.AsArray().ShouldBeEmpty();
        await (await supplier.DeleteAsync("/api/v1/products/own-1")).ReadAsync();
    }
}
