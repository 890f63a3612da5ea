namespace Saima.Engine.Text;

/// <summary>Which terms has a field, in words? The reading of <see cref="FieldTerms"/> for those who explain or test.</summary>
internal sealed class PlainFields : IDisposable
{
    private readonly TermTable _table = new();
    private readonly FieldTerms _field;

    public PlainFields() => _field = new FieldTerms(_table);

    /// <summary>Words of the last field itself, what was added left out.</summary>
    public int Length => _field.Length;

    /// <summary>The terms and how often each entry counts.</summary>
    public List<(string Word, float Times)> Read(string text)
    {
        var words = new List<(string, float)>();
        _field.Read(text);
        for (var i = 0; i < _field.Count; i++)
            words.Add((_table.WordOf(_field.TermAt(i)).ToString(), _field.TimesAt(i)));
        return words;
    }

    public void Dispose() => _field.Dispose();
}
