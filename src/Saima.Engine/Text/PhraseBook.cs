namespace Saima.Engine.Text;

/// <summary>Here is a row of words; which phrase does it begin with?</summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<(int Node, int Word), int> _next = [];
    private readonly List<int> _valueOf = [-1];

    /// <summary>Adds a phrase; false if the same words were there before.</summary>
    public bool TryAdd(ReadOnlySpan<int> words, int value)
    {
        var node = 0;
        foreach (var word in words)
        {
            if (!_next.TryGetValue((node, word), out var next))
            {
                next = _valueOf.Count;
                _valueOf.Add(-1);
                _next[(node, word)] = next;
            }

            node = next;
        }

        if (_valueOf[node] >= 0 || words.IsEmpty)
            return false;
        _valueOf[node] = value;
        return true;
    }

    /// <summary>The longest phrase at the beginning of the words: its value, −1 if there is none, and how many words it takes.</summary>
    public (int Value, int Length) Longest(ReadOnlySpan<int> words)
    {
        var (node, value, length) = (0, -1, 0);
        for (var i = 0; i < words.Length && words[i] >= 0 && _next.TryGetValue((node, words[i]), out node); i++)
        {
            if (_valueOf[node] >= 0)
                (value, length) = (_valueOf[node], i + 1);
        }

        return (value, length);
    }
}
