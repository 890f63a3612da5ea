namespace Saima.Hosting;

/// <summary>Why the program cannot serve, in one line for the person who started it: what, and what to do.</summary>
public sealed class ServeFailure : Exception
{
    public ServeFailure()
    {
    }

    public ServeFailure(string message)
        : base(message)
    {
    }

    public ServeFailure(string message, Exception inner)
        : base(message, inner)
    {
    }
}
