using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

/// <summary>Do the rooms of a storey use each other in a circle?</summary>
/// <remarks>Files at a project's root are outside: MarketDb names every room's tables, and Program every room's door.</remarks>
internal static class RoomCycles
{
    public static IEnumerable<Violation> Find(IReadOnlyCollection<RepositoryFile> files) => files
        .Where(file => file.IsSource && file.IsCSharp && file.Project != EngineRooms.Project)
        .Select(file => file.Project)
        .Distinct(StringComparer.Ordinal)
        .SelectMany(project => FindIn(project, files));

    private static IEnumerable<Violation> FindIn(string project, IEnumerable<RepositoryFile> files)
    {
        var plan = new FloorPlan(project, files);
        var uses = plan.Uses().Where(use => use.From != EngineRooms.Root && use.To != EngineRooms.Root).ToLookup(use => use.From, StringComparer.Ordinal);
        foreach (var room in plan.Rooms)
        {
            if (WayBack(room, uses) is { } way)
                yield return new Violation($"src/{project}/{room}", 0, $"is used in a circle: {way}");
        }
    }

    /// <summary>The shortest way from a room back to itself, in words, or null.</summary>
    private static string? WayBack(string start, ILookup<string, RoomUse> uses)
    {
        var ways = new Queue<(string Room, string Way)>([(start, start)]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var here))
        {
            foreach (var use in uses[here.Room])
            {
                var way = $"{here.Way} → {use.To} ({use.Path}:{use.Line})";
                if (use.To == start)
                    return way;
                if (seen.Add(use.To))
                    ways.Enqueue((use.To, way));
            }
        }

        return null;
    }
}
