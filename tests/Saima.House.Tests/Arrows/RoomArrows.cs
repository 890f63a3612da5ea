using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

/// <summary>Do the engine's rooms use only what the table allows?</summary>
internal static class RoomArrows
{
    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files)
    {
        var plan = new FloorPlan(EngineRooms.Project, files);
        foreach (var room in plan.Rooms.Where(room => !EngineRooms.MayUse.ContainsKey(room)))
            yield return new Violation($"src/{EngineRooms.Project}/{room}", 0, "is a room without a line in the table of rooms");

        var uses = plan.Uses().Where(use => EngineRooms.MayUse.ContainsKey(use.From)).DistinctBy(use => (use.Path, use.To, use.Type));
        foreach (var use in uses)
        {
            var door = EngineRooms.MayUse[use.From].FirstOrDefault(door => door.Room == use.To);
            if (door is null)
                yield return new Violation(use.Path, use.Line, $"{use.From} must not use {use.To}{Named(use)}");
            else if (use.Type is not null && door.Only.Length > 0 && !door.Only.Contains(use.Type))
                yield return new Violation(use.Path, use.Line, $"{use.From} may use of {use.To} only its records, not {use.Type}");
        }
    }

    private static string Named(RoomUse use) => use.Type is null ? "" : $" ({use.Type})";
}
