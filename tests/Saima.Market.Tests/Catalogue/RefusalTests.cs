using System.Globalization;
using Saima.Market.Catalogue;

namespace Saima.Market.Tests.Catalogue;

public class RefusalTests
{
    [Theory]
    [InlineData("id", "null", "is required")]
    [InlineData("id", "7", "must be a text")]
    [InlineData("id", "\"\"", "must be 1 to 64 of")]
    [InlineData("id", "\"a/b\"", "must be 1 to 64 of")]
    [InlineData("id", "\"床\"", "must be 1 to 64 of")]
    [InlineData("sellerId", "\"a b\"", "must be 1 to 64 of")]
    [InlineData("title", "\"\"", "must be 1 to 500 characters")]
    [InlineData("title", "\"   \"", "must be 1 to 500 characters")]
    [InlineData("title", "\"a\\u0000b\"", "must not contain control characters")]
    [InlineData("title", "\"a\\ud800b\"", "must be valid Unicode")]
    [InlineData("title", "[\"Bed\"]", "must be a text")]
    [InlineData("category", "\"A > > B\"", "must have names of 1 to 80 characters")]
    [InlineData("category", "\"A > B > C > D > E > F > G\"", "must be at most 6 names deep")]
    [InlineData("category", "\"A > B\\u0007\"", "control characters")]
    [InlineData("category", "\"A\\tB\"", "control characters")]
    [InlineData("description", "\"\\u001b[31m\"", "must not contain control characters")]
    [InlineData("attributes", "[]", "must be an object of texts")]
    [InlineData("attributes.size", "{\"size\":5}", "must be a text", "attributes")]
    [InlineData("attributes.size", "{\"size\":\"\"}", "must be 1 to 500 characters", "attributes")]
    [InlineData("attributes[0]", "{\"\":\"x\"}", "has a name that must be 1 to 100 characters", "attributes")]
    [InlineData("attributes.a", "{\"a\":\"x\",\" a\":\"y\"}", "stands twice", "attributes")]
    [InlineData("keywords", "\"bed\"", "must be a list of at most 50")]
    [InlineData("keywords[1]", "[\"bed\",null]", "must be a text", "keywords")]
    [InlineData("price", "68", "must be an object")]
    [InlineData("price.min", "{\"currency\":\"USD\"}", "is required", "price")]
    [InlineData("price.min", "{\"min\":-1,\"currency\":\"USD\"}", "must be a number from 0", "price")]
    [InlineData("price.min", "{\"min\":\"68\",\"currency\":\"USD\"}", "must be a number from 0", "price")]
    [InlineData("price.max", "{\"min\":1,\"max\":1e400,\"currency\":\"USD\"}", "must be a number from 0", "price")]
    [InlineData("price.max", "{\"min\":1,\"max\":1000000000001,\"currency\":\"USD\"}", "must be a number from 0", "price")]
    [InlineData("price.min", "{\"min\":2,\"max\":1,\"currency\":\"USD\"}", "must not be greater than max", "price")]
    [InlineData("price.currency", "{\"min\":1}", "is required", "price")]
    [InlineData("price.currency", "{\"min\":1,\"currency\":\"usd\"}", "ISO 4217", "price")]
    [InlineData("price.currency", "{\"min\":1,\"currency\":\"RMB\"}", "ISO 4217", "price")]
    [InlineData("moq", "0", "must be a whole number from 1")]
    [InlineData("moq", "1.5", "must be a whole number from 1")]
    [InlineData("moq", "3000000000", "must be a whole number from 1")]
    [InlineData("listedAt", "\"2026-03-01\"", "must be a time of RFC 3339")]
    [InlineData("listedAt", "\"2026-03-01T00:00:00\"", "must be a time of RFC 3339")]
    [InlineData("listedAt", "\"2027-03-01T00:00:00Z\"", "must be a time of RFC 3339")]
    [InlineData("listedAt", "\"1969-12-31T23:59:59Z\"", "must be a time of RFC 3339")]
    [InlineData("imageUrl", "\"ftp://x.test/a.png\"", "must be an http or https address")]
    [InlineData("imageUrl", "\"javascript:alert(1)\"", "must be an http or https address")]
    [InlineData("imageUrl", "\"//evil.test/a.png\"", "must be an http or https address")]
    public async Task A_wrong_product_field_is_refused_by_its_path(string field, string value, string message, string? sent = null)
    {
        var item = await FirstProduct(ProductWith(sent ?? field, value));

        item.Document.ShouldBeNull();
        var refusal = item.Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldContain(message);
        refusal.Line.ShouldBe(1);
    }

    [Theory]
    [InlineData("id", "null", "is required")]
    [InlineData("name", "\"\"", "must be 1 to 200 characters")]
    [InlineData("country", "\"cn\"", "must be two upper-case letters")]
    [InlineData("country", "\"CHN\"", "must be two upper-case letters")]
    [InlineData("kind", "\"Factory\"", "must be one of factory, integrated, trader, individual")]
    [InlineData("membership", "\"gold\"", "must be one of none, basic, verified")]
    [InlineData("joinedOn", "\"02.04.2019\"", "must be a date yyyy-mm-dd")]
    [InlineData("joinedOn", "\"2026-11-24\"", "must be a date yyyy-mm-dd")]
    [InlineData("joinedOn", "\"1899-12-31\"", "must be a date yyyy-mm-dd")]
    [InlineData("employees", "-1", "must be a whole number from 0")]
    [InlineData("inquiriesPerDayCapacity", "\"40\"", "must be a whole number from 0")]
    [InlineData("certificates[0]", "[5]", "must be a text", "certificates")]
    [InlineData("checks[0].what", "[{\"on\":\"2026-03-01\"}]", "is required", "checks")]
    [InlineData("checks[0].on", "[{\"what\":\"siteAudit\"}]", "is required", "checks")]
    [InlineData("checks[0].until", "[{\"what\":\"a\",\"on\":\"2026-03-01\",\"until\":\"2026-02-01\"}]", "must not be before on", "checks")]
    [InlineData("checks[1]", "[{\"what\":\"a\",\"on\":\"2026-03-01\"},7]", "must be an object", "checks")]
    public async Task A_wrong_supplier_field_is_refused_by_its_path(string field, string value, string message, string? sent = null)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = "\"s-1\"", ["name"] = "\"Hengda\"" };
        fields[sent ?? field] = value;
        var item = await BulkReader.ReadSellers(Some.Body(Json(fields)), Some.Now).FirstAsync();

        item.Document.ShouldBeNull();
        var refusal = item.Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("{\"path\":\"\"}", "path")]
    [InlineData("{}", "path")]
    [InlineData("{\"path\":\"A\",\"names\":{\"zh\":\"\"}}", "names.zh")]
    [InlineData("{\"path\":\"A\",\"names\":\"zh\"}", "names")]
    public async Task A_wrong_category_field_is_refused_by_its_path(string json, string field)
    {
        var item = await BulkReader.ReadCategories(Some.Body(json), Some.Now).FirstAsync();

        item.Document.ShouldBeNull();
        item.Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("title", 500)]
    [InlineData("description", 20_000)]
    public async Task A_text_is_taken_up_to_its_limit_and_not_beyond(string field, int limit)
    {
        var longest = await FirstProduct(ProductWith(field, $"\"{new string('x', limit)}\""));
        var tooLong = await FirstProduct(ProductWith(field, $"\"{new string('x', limit + 1)}\""));

        longest.Refusals.ShouldBeEmpty();
        tooLong.Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task Lists_are_taken_up_to_their_limits_and_not_beyond()
    {
        static string Keywords(int count) => "[" + string.Join(',', Enumerable.Repeat("\"bed\"", count)) + "]";
        static string Attributes(int count) =>
            "{" + string.Join(',', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"a{i}\":\"x\""))) + "}";

        (await FirstProduct(ProductWith("keywords", Keywords(50)))).Refusals.ShouldBeEmpty();
        (await FirstProduct(ProductWith("keywords", Keywords(51)))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("keywords");
        (await FirstProduct(ProductWith("attributes", Attributes(100)))).Refusals.ShouldBeEmpty();
        (await FirstProduct(ProductWith("attributes", Attributes(101)))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("attributes");
    }

    [Fact]
    public async Task All_reasons_against_a_document_are_told_at_once()
    {
        var item = await FirstProduct("""{"id":"p-1","title":"","category":"A","price":{"min":-1,"currency":"usd"},"moq":0}""");

        item.Refusals.Select(refusal => refusal.Field).ShouldBe(["sellerId", "title", "price.min", "price.currency", "moq"]);
        item.Refusals.ShouldAllBe(refusal => refusal.Id == "p-1");
    }

    [Fact]
    public async Task Texts_are_trimmed_and_line_breaks_in_a_title_become_spaces()
    {
        var document = (await FirstProduct(ProductWith("title", "\" Pine\\tbed,\\r\\nqueen \""))).Document.ShouldNotBeNull();

        document.Title.ShouldBe("Pine bed, queen");
    }

    [Fact]
    public async Task A_path_is_kept_in_one_way_of_writing() =>
        (await FirstProduct(ProductWith("category", "\"Furniture>  Beds \""))).Document!.Category.ShouldBe("Furniture > Beds");

    [Fact]
    public async Task Fields_that_this_version_does_not_know_are_passed_over() =>
        (await FirstProduct(ProductWith("colourOfTheSky", "\"blue\""))).Refusals.ShouldBeEmpty();

    [Fact]
    public async Task A_price_of_one_number_is_one_price()
    {
        var price = (await FirstProduct(ProductWith("price", "{\"min\":95.50,\"currency\":\"USD\"}"))).Document!.Price!;

        price.ToEngine().ShouldBe(new(95_500_000, 95_500_000, "USD", "piece"));
    }

    private static ValueTask<BulkItem<ProductDocument>> FirstProduct(string json) => BulkReader.ReadProducts(Some.Body(json), Some.Now).FirstAsync();

    private static string ProductWith(string field, string value)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = "\"p-1\"",
            ["sellerId"] = "\"s-1\"",
            ["title"] = "\"Bed\"",
            ["category"] = "\"Furniture\"",
        };
        fields[field] = value;
        return Json(fields);
    }

    private static string Json(Dictionary<string, string> fields) => "{" + string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}")) + "}";
}
