namespace Saima.Market.Catalogue;

/// <summary>Where does the element under way end? Follows brackets and strings over several reads, without understanding the rest of JSON.</summary>
internal sealed class ArrayScanner
{
    private int _depth;
    private bool _inString;
    private bool _escaped;

    public bool IsClosed { get; private set; }

    /// <summary>True once a refusal has told of bytes behind the array; one is enough.</summary>
    public bool HasToldOfRest { get; set; }

    public void Close() => IsClosed = true;

    /// <summary>Index of the comma or bracket that ends the element, −1 if it does not end in these bytes.</summary>
    public int Scan(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_inString)
                StepInString(bytes[i]);
            else if (EndsElement(bytes[i]))
                return i;
        }

        return -1;
    }

    private void StepInString(byte value)
    {
        if (_escaped)
            _escaped = false;
        else if (value == (byte)'\\')
            _escaped = true;
        else if (value == (byte)'"')
            _inString = false;
    }

    private bool EndsElement(byte value)
    {
        switch (value)
        {
            case (byte)'"':
                _inString = true;
                return false;
            case (byte)'{' or (byte)'[':
                _depth++;
                return false;
            case (byte)',' when _depth == 0:
                return true;
            case (byte)']' when _depth == 0:
                IsClosed = true;
                return true;
            case (byte)'}' or (byte)']':
                // A closing bracket too many stays in its element, which JSON then refuses.
                _depth = Math.Max(0, _depth - 1);
                return false;
            default:
                return false;
        }
    }
}
