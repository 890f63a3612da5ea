namespace Saima.Engine.Text;

/// <summary>A reader over one text after another, so that analysing allocates no reader.</summary>
internal sealed class ResettableReader : TextReader
{
    private char[] _text = new char[256];
    private int _next;
    private int _end;

    public void Reset(ReadOnlySpan<char> text)
    {
        if (text.Length > _text.Length)
            _text = new char[Math.Max(text.Length, _text.Length * 2)];
        text.CopyTo(_text);
        _next = 0;
        _end = text.Length;
    }

    public override int Read() => _next < _end ? _text[_next++] : -1;

    public override int Peek() => _next < _end ? _text[_next] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, _end - _next);
        _text.AsSpan(_next, taken).CopyTo(buffer.AsSpan(index));
        _next += taken;
        return taken;
    }
}
