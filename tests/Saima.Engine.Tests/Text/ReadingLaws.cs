using Saima.Engine.Explain;
using Saima.Engine.Text;

namespace Saima.Engine.Tests.Text;

public sealed class ReadingLaws : IDisposable
{
    private readonly PlainFields _fields = new();

    public void Dispose() => _fields.Dispose();

    [Theory]
    [InlineData("dv7-1211ea", "dv7 1211ea")]
    [InlineData("DN 50", "dn50")]
    [InlineData("M3 x 10", "m3x10")]
    [InlineData("6205-2RS", "62052RS")]
    [InlineData("43.2 cm", "432mm")]
    [InlineData("43,2cm", "432 mm")]
    [InlineData("(17\")", "17 inch")]
    [InlineData("17 Zoll", "17英寸")]
    [InlineData("1,5 kW", "1500W")]
    [InlineData("1/2\"", "0.5 in")]
    [InlineData("0.5 l", "500ml")]
    [InlineData("Kugelhähne aus Edelstahl", "ball valve stainless steel")]
    [InlineData("不锈钢球阀", "stainless steel ball valve")]
    [InlineData("couch", "sofa")]
    public void Two_ways_to_write_one_thing_meet_in_a_term(string one, string other)
    {
        var terms = _fields.Read(one).ConvertAll(entry => entry.Word);
        terms.Intersect(_fields.Read(other).ConvertAll(entry => entry.Word)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Any_text_has_the_same_terms_whatever_was_read_before()
    {
        AnyText.Gen.Sample(
            text =>
            {
                using var fresh = new PlainFields();
                _fields.Read(text).ShouldBe(fresh.Read(text));
                _fields.Length.ShouldBe(fresh.Length);
            },
            threads: 1,
            iter: 150);
    }

    [Fact]
    public void Plain_ascii_is_read_as_the_analyser_reads_it()
    {
        using var analyser = new TextAnalyser();
        var simple = new AsciiWords();
        var read = 0;
        Gen.String[Gen.Char["abcsiesxyzTHE019-/+().,:;'\"_&"], 0, 20].Sample(
            chunk =>
            {
                if (!simple.TryStart(chunk))
                    return;
                var (quick, slow) = (new List<string>(), new List<string>());
                while (simple.Next(out var term))
                    quick.Add(term.ToString());
                analyser.Start(chunk);
                while (analyser.Next(out var term))
                    slow.Add(term.ToString());
                quick.ShouldBe(slow, chunk);
                read++;
            },
            threads: 1,
            iter: 5000);
        read.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void Two_writers_give_every_term_one_number()
    {
        var table = new TermTable();
        var words = Enumerable.Range(0, 50_000).Select(n => $"w{n % 20_000}").ToArray();
        var ids = new int[2][];
        Parallel.For(0, 2, writer => ids[writer] = Array.ConvertAll(words, word => table.FindOrAdd(word)));
        ids[0].ShouldBe(ids[1]);
        table.Count.ShouldBe(20_000);
        for (var i = 0; i < words.Length; i++)
        {
            table.Find(words[i]).ShouldBe(ids[0][i]);
            table.WordOf(ids[0][i]).ToString().ShouldBe(words[i]);
        }
    }

    [Fact]
    public void The_spelling_found_quickly_is_the_one_found_by_looking_at_every_word()
    {
        var word = Gen.String[Gen.Char["abcd"], 3, 11];
        Gen.Select(word.Array[1, 60], Gen.Int[40, 60].Array[60], word.Array[20]).Sample(
            (words, counts, typed) =>
            {
                var table = new TermTable();
                foreach (var one in words)
                    table.FindOrAdd(one);
                var frequencies = new DocumentFrequencies(table, counts[..Math.Min(table.Count, counts.Length)], 1000);
                foreach (var query in typed)
                    frequencies.Spelling.Find(query, query).ShouldBe(SlowSpelling.Find(frequencies, query), query);
            },
            threads: 1,
            iter: 300);
    }
}
