namespace Saima.Engine.Learning;

/// <summary>How much of a "no" is a case that is still open?</summary>
/// <remarks>
/// A case with true probability p and a share F of delays behind it has answered yes with probability pF. If every case that is open
/// at that age has been counted as V(F) of a no, and nothing is ever taken out again, the expected noes are ∫ V′(s)(1 − p s) ds over s
/// from 0 to F, and the expected yeses pF. Their ratio is (1 − p) ÷ p at every age if V′(s) = (1 − p) ÷ (1 − p s), that is
/// V(F) = (1 − p) ÷ p · −ln(1 − pF).
/// </remarks>
public static class NegativeWeight
{
    /// <summary>V(F), ≥ 0.</summary>
    /// <param name="probability">Predicted probability when the case was opened, (0, 1).</param>
    /// <param name="share">F, the share of delays that lies behind it, [0, 1].</param>
    public static double Of(double probability, double share)
    {
        var p = Math.Clamp(probability, 1e-9, 1 - 1e-9);
        return (1 - p) / p * -LogOnePlus(-p * share);
    }

    // ln(1 + x) without losing the small x.
    private static double LogOnePlus(double x) =>
        Math.Abs(x) < 1e-4 ? x * (1 - x * (0.5 - x / 3)) : Math.Log(1 + x);
}
