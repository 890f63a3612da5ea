namespace Saima.Engine.Catalogue;

/// <summary>Where a packed listing begins.</summary>
/// <param name="Chunk">Number of its chunk.</param>
/// <param name="Offset">First byte in it.</param>
internal readonly record struct ListingAt(int Chunk, int Offset);
