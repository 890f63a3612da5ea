using System.Diagnostics;

namespace Saima.Bench.Results;

/// <summary>How long does one of these take, again and again?</summary>
public sealed class Timing
{
    private const int MostTurns = 4_000_000;

    private readonly double[] _micros;

    private Timing(double[] micros)
    {
        _micros = micros;
        Array.Sort(_micros);
    }

    /// <summary>Turns that were measured.</summary>
    public int Turns => _micros.Length;

    /// <summary>Turns in a second at the mean pace.</summary>
    public double PerSecond => 1e6 * _micros.Length / _micros.Sum();

    /// <summary>Microseconds that a share of all turns stays within.</summary>
    public double MicrosAt(double share) => _micros[(int)Math.Min(_micros.Length - 1, share * _micros.Length)];

    /// <summary>Runs a turn over and over: first unmeasured, until the compiler has seen enough, then measured one by one.</summary>
    /// <param name="warmUp">Turns that do not count.</param>
    /// <param name="turns">Turns that count.</param>
    /// <param name="turn">Gets the number of the turn.</param>
    public static Timing Of(int warmUp, int turns, Action<int> turn)
    {
        for (var i = 0; i < warmUp; i++)
            turn(i);
        var micros = new double[turns];
        for (var i = 0; i < turns; i++)
        {
            var start = Stopwatch.GetTimestamp();
            turn(i);
            micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return new Timing(micros);
    }

    /// <summary>Runs a turn over and over for so long: first unmeasured, then measured one by one.</summary>
    /// <param name="warmUp">Time that does not count.</param>
    /// <param name="measured">Time that counts, at least; it ends with a whole round.</param>
    /// <param name="round">Turns of a round: each counts as often as any other.</param>
    /// <param name="turn">Gets the number of the turn.</param>
    public static Timing During(TimeSpan warmUp, TimeSpan measured, int round, Action<int> turn)
    {
        var micros = new double[MostTurns];
        Run(warmUp, 1, turn, micros);
        return new Timing(micros[..Run(measured, round, turn, micros)]);
    }

    private static int Run(TimeSpan time, int round, Action<int> turn, double[] micros)
    {
        var (begin, turns) = (Stopwatch.GetTimestamp(), 0);
        while (turns < micros.Length && (turns % round != 0 || Stopwatch.GetElapsedTime(begin) < time))
        {
            var start = Stopwatch.GetTimestamp();
            turn(turns);
            micros[turns++] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return turns;
    }
}
