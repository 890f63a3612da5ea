using System.Runtime.Intrinsics;

namespace Saima.Engine.Kernels;

/// <summary>What is φ(x) ÷ Φ(x), how fast ln Φ rises, for eight arguments?</summary>
/// <remarks>
/// With t = 2 ÷ (2 + |x|), φ ÷ Φ at −|x| is H(t) ÷ t, where H is the polynomial of degree 7 that interpolates it at the Chebyshev nodes
/// of t in [1/16, 1]; largest relative error 8e-6 for |x| up to 30. Above 0, φ(x) ÷ Φ(x) = φ ÷ (1 − φ ÷ h(−x)).
/// </remarks>
internal static class NormalHazard
{
    private const float InverseSqrtTwoPi = 0.3989422804f;

    // H, lowest degree first.
    private const float H0 = 2.0000390087165556f, H1 = -2.0016475642757325f, H2 = 0.5271192240618925f, H3 = 0.27625514403255097f;
    private const float H4 = 1.2453802697544958f, H5 = -2.610125313361186f, H6 = 1.8143998085790087f, H7 = -0.45354179734939404f;

    /// <summary>Scalar form.</summary>
    /// <param name="x">Argument.</param>
    /// <param name="t">Its tail, as <see cref="LogNormalCdf.Lower(float)"/> gives it.</param>
    public static float Of(float x, float t)
    {
        var p = MathF.FusedMultiplyAdd(H7, t, H6);
        p = MathF.FusedMultiplyAdd(p, t, H5);
        p = MathF.FusedMultiplyAdd(p, t, H4);
        p = MathF.FusedMultiplyAdd(p, t, H3);
        p = MathF.FusedMultiplyAdd(p, t, H2);
        p = MathF.FusedMultiplyAdd(p, t, H1);
        p = MathF.FusedMultiplyAdd(p, t, H0);
        var lower = p / t;
        if (x <= 0)
            return lower;
        var density = InverseSqrtTwoPi * MathF.Exp(-0.5f * x * x);
        return density / (1f - density / lower);
    }

    /// <summary>Vector form.</summary>
    public static Vector256<float> Of(Vector256<float> x, Vector256<float> t)
    {
        var p = Vector256.FusedMultiplyAdd(Vector256.Create(H7), t, Vector256.Create(H6));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H5));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H4));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H3));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H2));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H1));
        p = Vector256.FusedMultiplyAdd(p, t, Vector256.Create(H0));
        var lower = p / t;
        if (Vector256.LessThanOrEqualAll(x, Vector256<float>.Zero))
            return lower;
        var density = Vector256.Create(InverseSqrtTwoPi) * Vector256.Exp(Vector256.Create(-0.5f) * x * x);
        var upper = density / (Vector256<float>.One - density / lower);
        return Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256<float>.Zero), lower, upper);
    }
}
