using System.Globalization;
using System.Text.Json.Nodes;
using Saima.Engine.Policies;
using Saima.Engine.Tests.Text;

namespace Saima.Engine.Tests.Policies;

public sealed class PolicyFileTests
{
    [Fact]
    public void Shipped_rules_parse_under_their_own_name_and_open_is_the_default()
    {
        PolicyFile.Shipped[0].ShouldBe("open");
        foreach (var name in PolicyFile.Shipped)
        {
            var policy = PolicyFile.Parse(PolicyFile.ReadShipped(name));
            policy.Name.ShouldBe(name);
            PolicyRanges.Check(policy).ShouldBeEmpty();
        }

        Should.Throw<ArgumentException>(() => PolicyFile.ReadShipped("closed")).Message.ShouldContain("open, classic");
    }

    [Fact]
    public void Open_asks_nothing_of_the_supplier()
    {
        Some.Policy.Multipliers.ShouldBeEmpty();
        Some.Classic.Multipliers.Count.ShouldBe(3);
    }

    [Fact]
    public void The_defaults_of_a_rule_are_those_of_open()
    {
        var least = PolicyFile.Parse("""{"name":"open","version":1,"seed":20261122}""");
        PolicyFile.Write(least).ShouldBe(PolicyFile.Write(Some.Policy));
    }

    [Fact]
    public void A_rule_is_read_as_it_was_written()
    {
        foreach (var policy in new[] { Some.Policy, Some.Classic, Some.Policy with { Seed = ulong.MaxValue, TimeZone = "Asia/Shanghai" } })
        {
            var text = PolicyFile.Write(policy);
            var read = PolicyFile.Parse(text);
            PolicyFile.Write(read).ShouldBe(text);
            (read.Seed, read.TimeZone, read.Retrieval, read.Match, read.Merit, read.Newcomers, read.Diversity)
                .ShouldBe((policy.Seed, policy.TimeZone, policy.Retrieval, policy.Match, policy.Merit, policy.Newcomers, policy.Diversity));
        }
    }

    [Theory]
    [InlineData("name", "\"Open\"")]
    [InlineData("name", "\"\"")]
    [InlineData("name", "null")]
    [InlineData("name", "\"a b\"")]
    [InlineData("version", "0")]
    [InlineData("version", "1.5")]
    [InlineData("version", "\"1\"")]
    [InlineData("seed", "-1")]
    [InlineData("seed", "18446744073709551616")]
    [InlineData("timeZone", "\"Mars/Olympus\"")]
    [InlineData("timeZone", "\"../../etc/passwd\"")]
    [InlineData("timeZone", "null")]
    [InlineData("timeZone", "\"\"")]
    [InlineData("retrieval.share", "0")]
    [InlineData("retrieval.share", "1.01")]
    [InlineData("retrieval.share", "1e999")]
    [InlineData("retrieval.share", "NaN")]
    [InlineData("retrieval.enough", "-1")]
    [InlineData("retrieval.enough", "10001")]
    [InlineData("match.exponent", "-0.1")]
    [InlineData("match.exponent", "11")]
    [InlineData("merit.temperature", "-1e-9")]
    [InlineData("merit.temperature", "10.1")]
    [InlineData("merit.temperature", "true")]
    [InlineData("merit.pool", "0")]
    [InlineData("merit.pool", "1001")]
    [InlineData("newcomers.attentionShare", "0.51")]
    [InlineData("newcomers.attentionShare", "-0.01")]
    [InlineData("newcomers.maxAttention", "-1")]
    [InlineData("newcomers.minDeviation", "10.5")]
    [InlineData("newcomers.optimism", "-1")]
    [InlineData("newcomers.temperature", "0")]
    [InlineData("newcomers.perSupplierPerMonth", "1e10")]
    [InlineData("diversity.perSupplierPerPage", "201")]
    [InlineData("diversity.perSupplierPerPage", "-1")]
    [InlineData("multipliers", "{}")]
    [InlineData("merit", "[]")]
    [InlineData("retrieval.shared", "0.5")]
    [InlineData("surcharge", "0.5")]
    public void A_value_that_cannot_be_is_refused_with_its_field(string field, string value) => Reasons(With(field, value)).ShouldContain(field);

    [Theory]
    [InlineData("retrieval")]
    [InlineData("match")]
    [InlineData("merit")]
    [InlineData("newcomers")]
    [InlineData("diversity")]
    [InlineData("multipliers")]
    public void A_part_that_is_null_is_refused_with_its_field(string part) => Reasons(With(part, "null")).ShouldContain(part);

    [Theory]
    [InlineData("""[null]""", "multipliers[0]")]
    [InlineData("""[{"fact":"stars","values":{}}]""", "multipliers[0].fact")]
    [InlineData("""[{"fact":null,"values":{}}]""", "multipliers[0].fact")]
    [InlineData("""[{"fact":"kind"}]""", "multipliers[0]")]
    [InlineData("""[{"fact":"kind","steps":[]}]""", "multipliers[0]")]
    [InlineData("""[{"fact":"yearsOnMarket","values":{}}]""", "multipliers[0]")]
    [InlineData("""[{"fact":"kind","values":{"factory":0}}]""", "multipliers[0].values.factory")]
    [InlineData("""[{"fact":"kind","values":{"factory":101}}]""", "multipliers[0].values.factory")]
    [InlineData("""[{"fact":"kind","values":{"mill":1}}]""", "multipliers[0].values.mill")]
    [InlineData("""[{"fact":"kind","values":{}},{"fact":"membership","values":{"factory":1}}]""", "multipliers[1].values.factory")]
    [InlineData("""[{"fact":"kind","values":{"trader":1,"trader":2}}]""", "multipliers[0].values.trader")]
    [InlineData("""[{"fact":"kind","values":{}},{"fact":"kind","values":{}}]""", "multipliers[1].fact")]
    [InlineData("""[{"fact":"yearsOnMarket","steps":[null]}]""", "multipliers[0].steps[0]")]
    [InlineData("""[{"fact":"yearsOnMarket","steps":[{"from":2,"value":0}]}]""", "multipliers[0].steps[0].value")]
    [InlineData("""[{"fact":"yearsOnMarket","steps":[{"from":-1,"value":1}]}]""", "multipliers[0].steps[0].from")]
    [InlineData("""[{"fact":"yearsOnMarket","steps":[{"from":2,"value":1},{"from":2,"value":2}]}]""", "multipliers[0].steps[1].from")]
    public void A_multiplier_that_cannot_be_is_refused_with_its_field(string multipliers, string field) => Reasons(With("multipliers", multipliers)).ShouldContain(field);

    [Theory]
    [InlineData("name", """{"name":"a","name":"b","version":1,"seed":1}""")]
    [InlineData("pool", """{"name":"a","version":1,"seed":1,"merit":{"pool":1,"pool":2}}""")]
    [InlineData("version", """{"name":"a","seed":1}""")]
    [InlineData("$", "")]
    [InlineData("$", "null")]
    [InlineData("$", "[]")]
    [InlineData("$", "\ud800")]
    public void A_text_that_is_no_rule_is_refused_with_the_reason(string reason, string text) => Reasons(text).ShouldContain(reason);

    [Fact]
    public void All_reasons_are_said_at_once()
    {
        var policy = Some.Policy with { Version = 0, Merit = new MeritRule { Pool = 0, Temperature = double.NaN } };
        PolicyRanges.Check(policy).Count.ShouldBe(3);
    }

    [Fact]
    public void Whatever_is_sent_is_a_rule_or_refused()
    {
        AnyText.Gen.Sample(text => Should.Throw<PolicyRefusedException>(() => PolicyFile.Parse(text)), iter: 1_000);
        var texts = PolicyFile.Shipped.Select(PolicyFile.ReadShipped).ToArray();
        var read = 0;
        Gen.Select(Gen.Bool, Gen.Int[0, 100_000].Array[1, 3], AnyText.Gen).Sample(
            (classic, places, piece) =>
            {
                var text = texts[classic ? 1 : 0];
                foreach (var place in places)
                    text = Changed(text, place % text.Length, piece);
                try
                {
                    PolicyRanges.Check(PolicyFile.Parse(text)).ShouldBeEmpty();
                    Interlocked.Increment(ref read);
                }
                catch (PolicyRefusedException e)
                {
                    e.Reasons.ShouldNotBeEmpty();
                    e.Reasons.ShouldAllBe(reason => reason.Contains(": "));
                }
            },
            iter: 5_000);
        read.ShouldBeInRange(10, 4_900);
    }

    // A letter is lost, doubled, or gives way to another one of the text or to anything at all.
    private static string Changed(string text, int at, string piece) => (at % 4) switch
    {
        0 => text.Remove(at, 1),
        1 => text.Insert(at, text[at].ToString(CultureInfo.InvariantCulture)),
        2 => text.Remove(at, 1).Insert(at, text[at * 7 % text.Length].ToString(CultureInfo.InvariantCulture)),
        _ => text.Insert(at, piece),
    };

    private static string Reasons(string text) => Should.Throw<PolicyRefusedException>(() => PolicyFile.Parse(text)).Message;

    private static string With(string field, string value)
    {
        var rule = JsonNode.Parse(PolicyFile.ReadShipped("classic"))!.AsObject();
        var parts = field.Split('.');
        var owner = parts.Length == 1 ? rule : rule[parts[0]]!.AsObject();
        owner[parts[^1]] = "?value?";
        return rule.ToJsonString().Replace("\"?value?\"", value, StringComparison.Ordinal);
    }
}
