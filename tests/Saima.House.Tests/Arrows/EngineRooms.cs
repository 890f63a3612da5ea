namespace Saima.House.Tests.Arrows;

/// <summary>Which rooms of the engine may a room use? The one table; change it together with ARCHITECTURE.md.</summary>
internal static class EngineRooms
{
    public const string Project = "Saima.Engine";

    /// <summary>Types at the engine's root, such as the request; <c>Allocator</c> itself stands there and may use every room.</summary>
    public const string Root = "(root)";

    /// <summary>What was decided, as values: the only part of the race that learners and books may see.</summary>
    private static readonly string[] RaceRecords = ["AllocationRecord", "SlotRecord", "StageRecord", "SharedWeights", "Lane"];

    public static readonly IReadOnlyDictionary<string, Door[]> MayUse = new Dictionary<string, Door[]>(StringComparer.Ordinal)
    {
        ["Kernels"] = [],
        ["Catalogue"] = [],
        ["Text"] = [],
        ["Policies"] = [],
        ["Retrieval"] = [new("Catalogue"), new("Text"), new("Policies"), new("Kernels")],
        ["Learning"] = [new("Race", RaceRecords), new("Kernels")],
        ["Pool"] = [new("Race", RaceRecords)],
        ["Race"] = [new("Catalogue"), new("Retrieval"), new("Learning"), new("Policies"), new("Kernels"), new("Pool"), new(Root)],
        ["Explain"] =
        [
            new("Catalogue"), new("Text"), new("Policies"), new("Retrieval"), new("Learning"),
            new("Race"), new("Pool"), new("Kernels"), new(Root),
        ],
    };
}
