namespace Saima.House.Tests.Arrows;

/// <summary>Through which door may a room look into another?</summary>
/// <param name="Room">The room that may be used.</param>
/// <param name="Only">The types that may be used; empty = all.</param>
internal sealed record Door(string Room, params string[] Only);
