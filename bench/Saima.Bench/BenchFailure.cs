namespace Saima.Bench;

/// <summary>Why nothing was measured, in one line: what, and what to do.</summary>
public sealed class BenchFailure : Exception
{
    public BenchFailure()
    {
    }

    public BenchFailure(string message)
        : base(message)
    {
    }

    public BenchFailure(string message, Exception inner)
        : base(message, inner)
    {
    }
}
