using System.Text.Json.Nodes;
using CsCheck;
using Saima.Import;
using Saima.Market.Catalogue;

namespace Saima.Tests.Import;

public sealed class MapRecordTests
{
    [Fact]
    public void Record_becomes_a_product_of_the_contract()
    {
        var product = Some.Mapped(Some.Map(), Some.Pump()).Document!;

        product.ToJsonString().ShouldBe("""{"id":"p-1","sellerId":"wenling-bluewater","title":"Sewage pump","category":"Pumps"}""");
    }

    [Fact]
    public void First_source_field_that_is_not_empty_is_taken() =>
        Some.Mapped(Some.Map(), Some.Record("""{"sku":"1","maker":"M","name":"  ","label":"Second"}""")).Document!["title"]!.ToString().ShouldBe("Second");

    [Fact]
    public void Constant_stands_where_the_source_has_nothing()
    {
        var map = Some.MapWith("description", """{"from":"text","value":"Ask us."}""");

        Some.Mapped(map, Some.Pump()).Document!["description"]!.ToString().ShouldBe("Ask us.");
        Some.Mapped(map, Some.Pump(""","text":"Good." """)).Document!["description"]!.ToString().ShouldBe("Good.");
    }

    [Theory]
    [InlineData(""","brand":"Bluewater" """, "Bluewater Sewage pump")]
    [InlineData("", "Sewage pump")]
    public void Template_leaves_no_gap_for_a_missing_field(string more, string title) =>
        Some.Mapped(Some.MapWith("title", """{"template":"{brand} {name}"}"""), Some.Pump(more)).Document!["title"]!.ToString().ShouldBe(title);

    [Fact]
    public void Prefix_gathers_attributes_and_makes_their_names_readable()
    {
        var map = Some.MapWith("attributes", """
            {"rules":[{"name":"Brand","from":"maker"},{"prefix":"t_"},{"prefix":"b_","dropFalse":true}],
             "without":["t_secret"],"names":{"t_hp":"Horse power"},"acronyms":["USB","TDP"]}
            """);

        var attributes = Some.Mapped(map, Some.Pump(
            ""","t_usb_2_0_ports":4.0,"t_tdp__watts_":65.5,"t_secret":"x","t_hp":"3","b_new":true,"b_old":false,"t_empty":"" """)).Document!["attributes"]!;

        attributes.ToJsonString().ShouldBe(
            """{"Brand":"Wenling Bluewater","USB 2 0 ports":"4","TDP (watts)":"65.5","Horse power":"3","New":"yes"}""");
    }

    [Fact]
    public void Two_attributes_of_one_name_are_joined() =>
        Some.Mapped(Some.MapWith("attributes", """{"rules":[{"prefix":"t_"},{"prefix":"n_"}]}"""), Some.Pump(""","t_size":"big","n_size":7 """))
            .Document!["attributes"]!["Size"]!.ToString().ShouldBe("big; 7");

    [Fact]
    public void Long_attribute_goes_on_in_numbered_ones_and_loses_no_word()
    {
        var models = string.Join(", ", Enumerable.Range(1000, 300).Select(number => $"LaserJet {number}"));

        var mapped = Some.Mapped(Some.MapWith("attributes", """{"rules":[{"prefix":"a_"}]}"""), Some.Pump($$""","a_fits":"{{models}}" """));

        var parts = mapped.Document!["attributes"]!.AsObject().Select(part => part.Value!.ToString()).ToList();
        parts.ShouldAllBe(part => part.Length <= DocumentLimits.AttributeText);
        string.Join(", ", parts).ShouldBe(models);
        mapped.Cuts.ShouldBeEmpty();
    }

    [Fact]
    public void Attributes_beyond_the_hundredth_are_cut_and_counted()
    {
        var many = string.Concat(Enumerable.Range(0, 103).Select(number => $",\"a_n{number}\":1"));

        var mapped = Some.Mapped(Some.Map(), Some.Pump(many));

        mapped.Document!["attributes"]!.AsObject().Count.ShouldBe(100);
        mapped.Cuts.ShouldBe(["attributes", "attributes", "attributes"]);
    }

    [Fact]
    public void Long_title_is_cut_between_words_and_counted()
    {
        var mapped = Some.Mapped(Some.Map(), Some.Record($$"""{"sku":"1","maker":"M","name":"{{string.Concat(Enumerable.Repeat("pump ", 200))}}"}"""));

        mapped.Document!["title"]!.ToString().Length.ShouldBe(499);
        mapped.Cuts.ShouldBe(["title"]);
    }

    [Theory]
    [InlineData("22/11/2026", "2026-11-22T00:00:00Z")]
    [InlineData("1/2/2026", null)]
    public void Date_of_another_form_needs_its_form(string text, string? listedAt)
    {
        var mapped = Some.Mapped(Some.MapWith("listedAt", """{"from":"since","dateFormat":"dd/MM/yyyy"}"""), Some.Pump($$""","since":"{{text}}" """));

        mapped.Document?["listedAt"]?.ToString().ShouldBe(listedAt);
        (mapped.Faults.Count == 0).ShouldBe(listedAt is not null);
    }

    [Fact]
    public void Price_without_an_amount_is_on_request_and_with_one_is_complete()
    {
        var map = Some.MapWith("price", """{"min":"from","max":"to","currency":{"value":"USD"}}""");

        Some.Mapped(map, Some.Pump()).Document!.ContainsKey("price").ShouldBeFalse();
        Some.Mapped(map, Some.Pump(""","from":"1,250.50","to":1400 """)).Document!["price"]!.ToJsonString()
            .ShouldBe("""{"min":1250.50,"max":1400,"currency":"USD","unit":"piece"}""");
        Some.Mapped(map, Some.Pump(""","from":9,"to":8 """)).Faults.ShouldHaveSingleItem().Field.ShouldBe("price.max");
    }

    [Fact]
    public void All_faults_of_a_record_are_named()
    {
        var map = Some.MapWith("moq", "\"least\"");

        var mapped = Some.Mapped(map, Some.Record("""{"sku":"a/b","maker":"","least":"few"}"""));

        mapped.Document.ShouldBeNull();
        mapped.Faults.Select(fault => fault.Field).ShouldBe(["id", "sellerId", "title", "moq"]);
    }

    [Fact]
    public void Tags_and_character_references_are_no_description() =>
        Some.Mapped(Some.MapWith("description", """{"from":"html","plain":true}"""), Some.Pump(""","html":"2&nbsp;M &lt; <b>3</b><br/>M, 5 < 6" """))
            .Document!["description"]!.ToString().ShouldBe("2 M < 3 M, 5 < 6");

    [Fact]
    public void Own_category_path_wins_over_rules_and_separator_is_translated()
    {
        var map = Some.MapWith("category", """{"from":["tree"],"separator":"/","rules":[{"path":"Pumps","words":["pump"]}],"otherwise":"Other"}""");

        Some.Mapped(map, Some.Pump(""","tree":"Machines / Pumps/Sewage" """)).Document!["category"]!.ToString().ShouldBe("Machines > Pumps > Sewage");
        Some.Mapped(map, Some.Pump()).Document!["category"]!.ToString().ShouldBe("Pumps");
    }

    [Fact]
    public void First_category_rule_whose_conditions_all_hold_decides()
    {
        var map = Some.MapWith("category", """
            {"rules":[{"path":"Toys","words":["pump"],"without":["sewage"]},{"path":"Industrial","in":"use","is":["industry"],"has":["watts"]},
                      {"path":"Pumps","words":["pump"]}]}
            """);

        Some.Mapped(map, Some.Pump(""","use":"Industry","watts":750 """)).Document!["category"]!.ToString().ShouldBe("Industrial");
        Some.Mapped(map, Some.Pump(""","use":"Industry" """)).Document!["category"]!.ToString().ShouldBe("Pumps");
        Some.Mapped(map, Some.Record("""{"sku":"1","maker":"M","name":"Valve"}""")).Faults.ShouldHaveSingleItem().Field.ShouldBe("category");
    }

    [Fact]
    public void Mapper_never_throws_whatever_the_record_holds()
    {
        var map = new MapRecord(Some.Map(RichMap));
        var scalar = Gen.OneOf(
            Gen.String.Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Const((JsonNode?)null),
            Gen.String.Array[0, 3].Select(texts => (JsonNode?)new JsonArray([.. texts.Select(text => (JsonNode?)text)])));
        var name = Gen.OneOf(Gen.Enum<SourceField>().Select(field => field.ToString()), Gen.String.Select(text => "a_" + text));

        Gen.Select(name, scalar).Array[0, 12].Sample(
            fields =>
            {
                var record = new JsonObject();
                foreach (var (field, value) in fields)
                    record[field] = value?.DeepClone();
                var line = new SourceLine(1, System.Text.Encoding.UTF8.GetBytes(record.ToJsonString()), null);
                var read = RecordReader.Read(line);
                if (read.Record is null)
                    return read.Fault is not null;
                var mapped = map.ToProduct(read.Record);
                map.ToSeller(read.Record);
                return mapped.Document is null == (mapped.Faults.Count > 0);
            },
            iter: 5_000);
    }

    private enum SourceField { sku, maker, name, price, moq, since, picture, land, tree }

    private const string RichMap = """
        {
          "product": {
            "id": { "from": "sku", "slug": true }, "sellerId": { "from": "maker", "slug": true }, "title": { "template": "{maker} {name}" },
            "category": { "from": "tree", "rules": [{ "path": "P", "words": ["*a*", "b*c"], "without": ["d"] }], "otherwise": "Other" },
            "attributes": { "rules": [{ "prefix": "a_", "dropFalse": true }, { "name": "n", "from": "name", "plain": true }] },
            "keywords": { "from": "name", "split": "," }, "description": { "from": "name", "plain": true, "replace": { "a": "" } },
            "price": { "min": "price", "currency": "land" }, "moq": "moq", "listedAt": "since", "imageUrl": "picture"
          },
          "seller": { "id": { "from": "maker", "slug": true }, "name": "maker", "country": "land", "kind": "name", "joinedOn": "since", "employees": "moq" }
        }
        """;
}
