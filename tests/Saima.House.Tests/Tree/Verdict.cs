namespace Saima.House.Tests.Tree;

/// <summary>How does a test say that a rule found nothing, or exactly what it should?</summary>
internal static class Verdict
{
    public static void ShouldFindNothing(this IEnumerable<Violation> found)
    {
        var violations = found.ToList();
        if (violations.Count > 0)
            Assert.Fail($"{violations.Count} broken:\n{string.Join('\n', violations)}");
    }

    /// <summary>One violation, on that line, whose message holds these words.</summary>
    public static void ShouldFind(this IEnumerable<Violation> found, int line, string words)
    {
        var violation = found.ShouldHaveSingleItem();
        violation.Message.ShouldContain(words);
        violation.Line.ShouldBe(line);
    }

    /// <summary>A made-up file.</summary>
    public static RepositoryFile[] At(string path, string text) => [new RepositoryFile(path, text)];
}
