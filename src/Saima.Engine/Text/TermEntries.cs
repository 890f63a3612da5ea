namespace Saima.Engine.Text;

/// <summary>Which terms were found in a field, and how often does each entry count? A term may have several entries.</summary>
internal sealed class TermEntries
{
    private int[] _terms = new int[256];
    private float[] _times = new float[256];

    public int Count { get; private set; }

    public int TermAt(int index) => _terms[index];

    public float TimesAt(int index) => _times[index];

    public void Clear() => Count = 0;

    public void Add(int term, float times)
    {
        if (Count == _terms.Length)
        {
            Array.Resize(ref _terms, Count * 2);
            Array.Resize(ref _times, Count * 2);
        }

        _terms[Count] = term;
        _times[Count++] = times;
    }
}
