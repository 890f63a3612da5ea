namespace Saima.Engine.Text;

/// <summary>Here is a text; what stands between its white space?</summary>
/// <remarks>No rule of Unicode joins words across white space, so a chunk can be read, and remembered, by itself.</remarks>
internal ref struct Chunks(ReadOnlySpan<char> text)
{
    /// <summary>Characters after which a chunk ends even in the middle of a word.</summary>
    public const int Longest = 1024;

    private readonly ReadOnlySpan<char> _text = text;
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The chunk that was reached.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Where in the text it begins.</summary>
    public int Start { get; private set; }

    /// <summary>True if a line ended before it: what stands on two lines does not belong together.</summary>
    public bool BeginsLine { get; private set; }

    public bool Next()
    {
        var start = 0;
        BeginsLine = false;
        while (start < _rest.Length && char.IsWhiteSpace(_rest[start]))
            BeginsLine |= _rest[start++] == '\n';
        var end = start;
        while (end < _rest.Length && end - start < Longest && !char.IsWhiteSpace(_rest[end]))
            end++;
        Current = _rest[start..end];
        Start = _text.Length - _rest.Length + start;
        _rest = _rest[end..];
        return end > start;
    }
}
