namespace Saima.House.Tests.Arrows;

/// <summary>Which room does a file use, and where does it say so?</summary>
/// <param name="Type">The type's simple name, or null when only the room's namespace is named.</param>
internal sealed record RoomUse(string From, string To, string? Type, string Path, int Line);
