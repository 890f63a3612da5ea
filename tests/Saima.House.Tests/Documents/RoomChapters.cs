using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>Has every room of src its chapter in ARCHITECTURE.md and its page in docs/rooms?</summary>
internal static class RoomChapters
{
    public const string Chapters = "ARCHITECTURE.md";
    public const int LinesOfPage = 60;

    /// <summary>Folders that hold no thought of their own.</summary>
    private static readonly string[] NoRooms = ["Migrations", "Properties", "Resources", "wwwroot"];

    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files)
    {
        var chapters = ChaptersOf(files.Single(file => file.Path == Chapters));
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var rooms = files
            .Where(file => file.IsSource && file.Room.Length > 0 && !NoRooms.Contains(file.Room) && (file.IsCSharp || file.Path.EndsWith(".cshtml", StringComparison.Ordinal)))
            .Select(file => (file.Project, file.Room)).Distinct();
        foreach (var (project, room) in rooms)
        {
            if (!chapters.Contains((project, room)))
                yield return new Violation(Chapters, 0, $"has no chapter \"{room}\" under \"{project}\"");
            if (!paths.Contains(PageOf(project, room)))
                yield return new Violation(PageOf(project, room), 0, $"is missing: the page of the room {room}");
        }

        foreach (var page in files.Where(file => file.Path.StartsWith("docs/rooms/", StringComparison.Ordinal) && file.LineCount > LinesOfPage))
            yield return new Violation(page.Path, 0, $"has {page.LineCount} lines; a room's page has at most {LinesOfPage}");
    }

    /// <summary>Saima.Market.Sqlite and Log give docs/rooms/market-sqlite-log.md; the program's own rooms start with saima.</summary>
    public static string PageOf(string project, string room)
    {
        var storey = project == "Saima" ? "saima" : project["Saima.".Length..].Replace('.', '-');
        return $"docs/rooms/{storey}-{room}.md".ToLowerInvariant();
    }

    /// <summary>Titles of level 3 under the storey's title of level 2.</summary>
    private static HashSet<(string Project, string Room)> ChaptersOf(RepositoryFile page)
    {
        var storey = "";
        var chapters = new HashSet<(string, string)>();
        foreach (var (_, level, title) in Markdown.Headings(page))
        {
            var name = title.Split([' ', ':', ','], 2)[0].Trim('`');
            if (level == 2)
                storey = name;
            else if (level == 3)
                chapters.Add((storey, name));
        }

        return chapters;
    }
}
