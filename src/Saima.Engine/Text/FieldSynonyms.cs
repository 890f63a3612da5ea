namespace Saima.Engine.Text;

/// <summary>Which English synonyms have the words of a field?</summary>
internal sealed class FieldSynonyms
{
    private const int None = -1;

    private readonly TermTable _table;
    private readonly int[] _termOf = new int[Synonyms.Shipped.WordCount];
    private readonly List<int> _starts = [];
    private int[] _words = new int[256];
    private int _count;

    public FieldSynonyms(TermTable table)
    {
        _table = table;
        Array.Fill(_termOf, None);
    }

    public void Clear()
    {
        _count = 0;
        _starts.Clear();
    }

    /// <summary>Notes that a line ends: no phrase goes on behind it.</summary>
    public void EndLine() => Append([None]);

    /// <summary>Notes words of the field in their order, each by its number among the synonyms.</summary>
    public void Append(ReadOnlySpan<int> words)
    {
        if (_count + words.Length > _words.Length)
            Array.Resize(ref _words, (_count + words.Length) * 2);
        foreach (var word in words)
        {
            if (word != None)
                _starts.Add(_count);
            _words[_count++] = word;
        }
    }

    /// <summary>Adds the terms of the other members of every group that is named.</summary>
    public void AddTo(TermEntries entries)
    {
        var next = 0;
        foreach (var start in _starts)
        {
            if (start < next)
                continue;
            var (member, length) = Synonyms.Shipped.Longest(_words.AsSpan(start.._count));
            next = start + length;
            if (member >= 0)
                AddGroupOf(member, entries);
        }
    }

    private void AddGroupOf(int member, TermEntries entries)
    {
        var (other, end) = Synonyms.Shipped.GroupOf(member);
        for (; other < end; other++)
        {
            foreach (var word in other == member ? [] : Synonyms.Shipped.WordsAt(other))
                entries.Add(TermOf(word), Synonyms.Share);
        }
    }

    private int TermOf(int word)
    {
        if (_termOf[word] == None)
            _termOf[word] = _table.FindOrAdd(Synonyms.Shipped.TermOf(word));
        return _termOf[word];
    }
}
