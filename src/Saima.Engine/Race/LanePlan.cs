namespace Saima.Engine.Race;

/// <summary>Which slots of a chain of pages are the newcomers'? Drawn before anyone has raced.</summary>
/// <remarks>
/// Systematic sampling: slot k is one if a multiple of 1 passes between u + (k − 1)q and u + kq. With u uniform every slot has the
/// same probability q, so the lane's share of attention is q whatever attention each slot gets; and the slots lie evenly.
/// </remarks>
public static class LanePlan
{
    /// <summary>Whether a slot is the newcomers'.</summary>
    /// <param name="slot">1-based, over all pages of the chain.</param>
    /// <param name="share">q, [0, 1].</param>
    /// <param name="start">u, [0, 1).</param>
    public static bool Holds(int slot, double share, double start) =>
        Math.Floor(start + slot * share) > Math.Floor(start + (slot - 1) * share);
}
