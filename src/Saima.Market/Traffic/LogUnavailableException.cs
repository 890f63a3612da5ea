namespace Saima.Market.Traffic;

/// <summary>The log cannot take or give records at the moment: the message says what stands in the way and what to do about it.</summary>
/// <remarks>What failed was not recorded, in no part; the same call may be sent again.</remarks>
public sealed class LogUnavailableException : Exception
{
    public LogUnavailableException()
        : this("The log is not available.")
    {
    }

    public LogUnavailableException(string message)
        : base(message)
    {
    }

    public LogUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
