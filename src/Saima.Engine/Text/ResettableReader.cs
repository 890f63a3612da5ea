namespace Saima.Engine.Text;

/// <summary>A reader over one string after another, so that analysing a query allocates no reader.</summary>
internal sealed class ResettableReader : TextReader
{
    private string _text = "";
    private int _next;

    public void Reset(string text)
    {
        _text = text;
        _next = 0;
    }

    public override int Read() => _next < _text.Length ? _text[_next++] : -1;

    public override int Peek() => _next < _text.Length ? _text[_next] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, _text.Length - _next);
        _text.CopyTo(_next, buffer, index, taken);
        _next += taken;
        return taken;
    }
}
