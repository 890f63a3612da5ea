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

        foreach (var use in plan.Uses().Where(use => use.From != EngineRooms.Root && EngineRooms.MayUse.ContainsKey(use.From)))
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
