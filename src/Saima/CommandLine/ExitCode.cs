namespace Saima.CommandLine;

/// <summary>What does the program tell the shell at its end?</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>One line on the error output says what failed and what to do.</summary>
    public const int Failed = 1;

    public const int Usage = 2;
}
