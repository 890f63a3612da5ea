namespace Saima.Bench.World;

/// <summary>A text as it is put together word by word: how many words has it so far?</summary>
/// <remarks>One buffer for all texts of a maker: a text costs its own string and nothing else.</remarks>
internal sealed class TextLine
{
    private char[] _letters = new char[4096];
    private int _length;

    public int Words { get; private set; }

    /// <summary>Begins a text.</summary>
    public void Clear() => (_length, Words) = (0, 0);

    /// <summary>Adds a word, or several that are parted by blanks.</summary>
    public void Add(string words)
    {
        if (_length + words.Length + 1 > _letters.Length)
            Array.Resize(ref _letters, _letters.Length * 2);
        if (_length > 0)
            _letters[_length++] = ' ';
        words.CopyTo(0, _letters, _length, words.Length);
        _length += words.Length;
        Words += CountIn(words);
    }

    /// <summary>Ends a sentence or a part of one.</summary>
    public void Mark(char mark)
    {
        if (_length > 0 && _length < _letters.Length)
            _letters[_length++] = mark;
    }

    public override string ToString() => new(_letters, 0, _length);

    /// <summary>Words of a text: one more than it has blanks.</summary>
    public static int CountIn(string words) => words.AsSpan().Count(' ') + 1;
}
