namespace Saima.Engine.Catalogue;

/// <summary>What came of reading a file: a catalogue, or why there is none. One of the two is null.</summary>
/// <param name="Saved">What was saved.</param>
/// <param name="Refusal">Why the file cannot be used, as the end of a sentence.</param>
public sealed record CatalogueFileAnswer(SavedCatalogue? Saved, string? Refusal);
