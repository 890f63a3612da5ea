using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class FiguresTests
{
    private const string Result = """{"cpu":"Zen 9","date":"2026-01-31","figures":[{"name":"Races a second","value":12904.4,"unit":"/s","text":"12,900 /s"}]}""";

    private const string RightResult = """{"cpu":"Zen 9","date":"2026-01-31","figures":[{"name":"Races a second","value":12904.4,"unit":"/s","text":"12,904 /s"}]}""";

    [Fact]
    public void Figures_in_the_readme_are_the_measured_ones() => Figures.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_figure_that_agrees_is_fine() => Find("| Races a second | 12,904 /s |", RightResult).ShouldFindNothing();

    [Fact]
    public void A_figure_that_was_polished_is_found() =>
        Find("| Races a second | 20,000 /s |", RightResult).ShouldFind(6, "is not what");

    [Fact]
    public void A_text_that_is_not_the_value_is_found() =>
        Figures.Find(Verdict.At("bench/results/a.json", Result)).ShouldFind(0, "does not say 12904.4");

    [Fact]
    public void A_row_that_nobody_measured_is_found() =>
        Find("| Races a second | 12,904 /s |\n| Beauty | 10 |", RightResult).ShouldFind(7, "Beauty");

    [Fact]
    public void A_figure_that_is_left_out_is_found() => Find("", RightResult).ShouldFind(3, "leaves out");

    [Fact]
    public void A_table_without_its_processor_is_found() =>
        Figures.Find([new("bench/results/a.json", RightResult.Replace("Zen 9", "Zen 8", StringComparison.Ordinal)), Readme("| Races a second | 12,904 /s |")]).ShouldFind(3, "Zen 8");

    [Fact]
    public void Results_that_the_readme_hides_are_found() =>
        Figures.Find([new("bench/results/a.json", RightResult), new("README.md", "# Saima")]).ShouldFind(0, "shows none");

    [Theory]
    [InlineData("{")]
    [InlineData("""{"cpu":"x","date":"yesterday","figures":[]}""")]
    [InlineData("""{"cpu":"x"}""")]
    public void A_broken_file_of_results_is_found(string text) => Figures.Find(Verdict.At("bench/results/a.json", text)).ShouldNotBeEmpty();

    private static IEnumerable<Violation> Find(string rows, string result) => Figures.Find([new("bench/results/a.json", result), Readme(rows)]);

    private static RepositoryFile Readme(string rows) =>
        new("README.md", $"Measured on a Zen 9.\n\n<!-- figures: bench/results/a.json -->\n| what | figure |\n|---|---|\n{rows}\n");
}
