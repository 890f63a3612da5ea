using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class ChangelogAndLicenceTests
{
    private static readonly string[] Kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    [Fact]
    public void The_changelog_says_what_is_not_yet_released() => Find(Repository.Files.Single(file => file.Path == "CHANGELOG.md")).ShouldFindNothing();

    [Fact]
    public void A_changelog_without_unreleased_is_found() =>
        Find(new RepositoryFile("CHANGELOG.md", "# Changelog\n\n## [0.1.0] - 2026-01-31\n")).ShouldFind(0, "[Unreleased]");

    [Fact]
    public void A_kind_of_change_that_nobody_knows_is_found() =>
        Find(new RepositoryFile("CHANGELOG.md", "## [Unreleased]\n### Improved\n")).ShouldFind(2, "Improved");

    [Fact]
    public void The_licence_is_apache_two()
    {
        var licence = Repository.Files.Single(file => file.Path == "LICENSE").Text;
        licence.ShouldContain("Apache License");
        licence.ShouldContain("Version 2.0, January 2004");
        licence.ShouldContain("END OF TERMS AND CONDITIONS");
        licence.ShouldContain("The Saima authors");
    }

    private static IEnumerable<Violation> Find(RepositoryFile changelog)
    {
        var headings = Markdown.Headings(changelog).ToList();
        if (!headings.Exists(heading => heading.Level == 2 && heading.Title == "[Unreleased]"))
            yield return new Violation(changelog.Path, 0, "has no section [Unreleased]");
        foreach (var (line, _, title) in headings.Where(heading => heading.Level == 3 && !Kinds.Contains(heading.Title)))
            yield return new Violation(changelog.Path, line, $"\"{title}\" is no kind of change");
    }
}
