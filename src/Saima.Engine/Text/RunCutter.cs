namespace Saima.Engine.Text;

/// <summary>Here is a run of Chinese without spaces; which words of the dictionary cover most of it?</summary>
/// <remarks>Most characters covered, then fewest pieces, then the longest first piece.</remarks>
internal sealed class RunCutter(Lexicon lexicon)
{
    private const int LongestPiece = 12;

    private int[] _covered = new int[128];
    private int[] _pieces = new int[128];
    private (int Length, int Phrase)[] _step = new (int, int)[128];

    /// <summary>Calls for each stretch in order: a phrase's number, −2 for a function word, −1 for one character that nothing covers.</summary>
    public void Cut(ReadOnlySpan<char> run, List<(int Start, int Length, int Phrase)> stretches)
    {
        if (run.Length >= _covered.Length)
            (_covered, _pieces, _step) = (new int[run.Length * 2], new int[run.Length * 2], new (int, int)[run.Length * 2]);
        (_covered[run.Length], _pieces[run.Length]) = (0, 0);
        for (var start = run.Length - 1; start >= 0; start--)
            ChooseStep(run, start);
        for (var at = 0; at < run.Length; at += _step[at].Length)
            stretches.Add((at, _step[at].Length, _step[at].Phrase));
    }

    private void ChooseStep(ReadOnlySpan<char> run, int start)
    {
        (_covered[start], _pieces[start], _step[start]) = (_covered[start + 1], _pieces[start + 1] + 1, (1, -1));
        for (var length = Math.Min(LongestPiece, run.Length - start); length > 0; length--)
        {
            var phrase = lexicon.PieceOf(run.Slice(start, length));
            var (covered, pieces) = (_covered[start + length] + length, _pieces[start + length] + 1);
            if (phrase == -1 || covered < _covered[start] || (covered == _covered[start] && pieces >= _pieces[start]))
                continue;
            (_covered[start], _pieces[start], _step[start]) = (covered, pieces, (length, phrase));
        }
    }
}
