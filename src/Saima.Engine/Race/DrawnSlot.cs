using Saima.Engine.Records;

namespace Saima.Engine.Race;

/// <summary>One place as it was drawn.</summary>
/// <param name="Match">Index into the matches.</param>
/// <param name="Lane">Which rule gave it.</param>
/// <param name="Propensity">Probability of this product here, given the lane plan, the merit lane and the slots above; (0, 1].</param>
public readonly record struct DrawnSlot(int Match, Lane Lane, double Propensity);
