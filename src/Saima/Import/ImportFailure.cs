namespace Saima.Import;

/// <summary>Why can this import not go on, and what can be done about it? One sentence for the person at the terminal.</summary>
public sealed class ImportFailure : Exception
{
    public ImportFailure()
    {
    }

    public ImportFailure(string message)
        : base(message)
    {
    }

    public ImportFailure(string message, Exception cause)
        : base(message, cause)
    {
    }
}
