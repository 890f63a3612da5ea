namespace Saima.Engine.Records;

/// <summary>Weights of one stage that many slots of a page share, as they were when the page was made.</summary>
/// <param name="Base">The stage's base weight, with slot 1's position weight in the click stage.</param>
/// <param name="BetaSquared">The stage's noise variance β².</param>
/// <param name="ByCategory">Mean by index into <see cref="AllocationRecord.Categories"/>.</param>
/// <param name="ByMatch">Mean by match bucket.</param>
public sealed record SharedWeights(float Base, float BetaSquared, float[] ByCategory, float[] ByMatch);
