using System.Text;
using Saima.Import;

namespace Saima.Tests.Import;

public sealed class ReadImportMapTests
{
    [Fact]
    public void Misspelt_key_is_refused_with_its_path_and_the_right_word()
    {
        var map = Some.ProductMap.Replace("\"title\"", "\"titel\"", StringComparison.Ordinal);

        var message = Should.Throw<ImportFailure>(() => Some.Map(map)).Message;

        message.ShouldContain("product.titel: there is no such key; did you mean 'title'");
        message.ShouldContain("'title' is missing");
    }

    [Fact]
    public void Unknown_key_deep_inside_is_refused_with_its_path()
    {
        var map = Some.ProductMap.Replace("\"words\"", "\"whenever\"", StringComparison.Ordinal);

        Should.Throw<ImportFailure>(() => Some.Map(map)).Message
            .ShouldContain("product.category.rules[0].whenever: there is no such key; known here: path, in, words");
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        const string Map = """{"product":{"id":"sku","sellerId":7,"category":{"rules":[{"path":"A > B > C > D > E > F > G","words":["x"]}]}},"sellers":{}}""";

        var message = Should.Throw<ImportFailure>(() => Some.Map(Map)).Message;

        message.ShouldContain("product.sellerId: must be an object");
        message.ShouldContain("product: 'title' is missing");
        message.ShouldContain("product.category.rules[0]: the path 'A > B > C > D > E > F > G' is 7 levels deep");
        message.ShouldContain("sellers: there is no such key; did you mean 'seller'");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"product\":")]
    [InlineData("{\"product\":{},\"product\":{}}")]
    [InlineData("{\"seller\":{\"id\":{\"from\":\"a\",\"template\":\"{b}\"},\"name\":\"n\"}}")]
    [InlineData("{\"seller\":{\"id\":{\"template\":\"{b\"},\"name\":\"n\"}}")]
    [InlineData("{\"seller\":{\"id\":{\"slug\":\"yes\",\"from\":\"a\"},\"name\":\"n\"}}")]
    [InlineData("{\"seller\":{\"id\":{},\"name\":\"n\"}}")]
    public void What_makes_no_sense_is_refused(string map) =>
        Should.Throw<ImportFailure>(() => Some.Map(map)).Message.ShouldNotBeEmpty();

    [Fact]
    public void Comments_and_trailing_commas_are_allowed() =>
        ReadImportMap.From(Encoding.UTF8.GetBytes("{ // sellers only\n \"seller\": {\"id\":\"id\",\"name\":\"name\",}, }")).Seller!.Id.From.ShouldBe(["id"]);

    [Fact]
    public void Missing_map_file_is_said_by_name() =>
        Should.Throw<ImportFailure>(() => ReadImportMap.FromFile("/no/such/map.json")).Message.ShouldContain("/no/such/map.json cannot be opened");

    [Fact]
    public void Example_of_the_manual_is_a_map()
    {
        var manual = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "import.md"));
        var json = manual.Split("```json")[1].Split("```")[0];

        var map = Some.Map(json);

        var product = Some.Mapped(map, Some.Record(
            """{"sku":"1","brand":"Blue","name":"Sewage pumps","created":"22/11/2026","attr_t_thermal_design_power__tdp_":"5","price_low":"2","uom":"set"}""")).Document!;
        product["category"]!.ToString().ShouldBe("Pumps > Sewage pumps");
        product["attributes"]!.ToJsonString().ShouldBe("""{"Brand":"Blue","Thermal design power (tdp)":"5"}""");
        product["price"]!.ToJsonString().ShouldBe("""{"min":2,"max":2,"currency":"USD","unit":"set"}""");
    }
}
