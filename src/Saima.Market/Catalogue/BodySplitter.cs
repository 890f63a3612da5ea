namespace Saima.Market.Catalogue;

/// <summary>Where does one document of a bulk body end and the next begin? One line each, or one element of a JSON array each.</summary>
/// <remarks>Holds at most one document of <see cref="MaxBytes"/> in memory: the rest of a longer one is passed over, not kept.</remarks>
internal sealed class BodySplitter(Stream body)
{
    /// <summary>The longest document that is taken.</summary>
    public const int MaxBytes = 1 << 20;

    private readonly byte[] _read = new byte[64 * 1024];
    private readonly PieceBuffer _piece = new(MaxBytes);
    private readonly ArrayScanner _scanner = new();
    private int _at;
    private int _end;
    private int _number;
    private bool _started;
    private bool _isArray;

    /// <summary>The next piece; null at the end. Its bytes hold until the next call.</summary>
    public async ValueTask<BodyPiece?> NextAsync(CancellationToken cancel)
    {
        if (!_started)
            await StartAsync(cancel);

        while (_at < _end || await FillAsync(cancel))
        {
            if ((_isArray ? TakeElement() : TakeLine()) is { } piece)
                return piece;
        }

        return _isArray ? ArrayEnd() : _piece.IsBlank ? null : Take(null);
    }

    // A byte order mark may stand first. The first byte that is not white space decides the form.
    private async Task StartAsync(CancellationToken cancel)
    {
        _started = true;
        _end = await body.ReadAtLeastAsync(_read, 4, throwOnEndOfStream: false, cancel);
        if (_read.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            _at = 3;

        while (SkipBlank() && await FillAsync(cancel))
        {
        }

        _isArray = _at < _end && _read[_at] == (byte)'[';
        if (_isArray)
        {
            _at++;
            _number = 0;
        }
    }

    // True if nothing but white space was left; the lines passed over are counted.
    private bool SkipBlank()
    {
        var rest = _read.AsSpan(_at, _end - _at);
        var length = rest.IndexOfAnyExcept(" \t\r\n"u8);
        var blank = length < 0 ? rest : rest[..length];
        _number += blank.Count((byte)'\n');
        _at += blank.Length;
        return length < 0;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        _at = 0;
        _end = await body.ReadAsync(_read, cancel);
        return _end > 0;
    }

    private BodyPiece? TakeLine()
    {
        var rest = _read.AsSpan(_at, _end - _at);
        var length = rest.IndexOf((byte)'\n');
        _piece.Add(length < 0 ? rest : rest[..length]);
        _at = length < 0 ? _end : _at + length + 1;
        if (length < 0)
            return null;
        if (!_piece.IsBlank)
            return Take(null);

        _number++;
        _piece.Clear();
        return null;
    }

    private BodyPiece? TakeElement()
    {
        if (_scanner.IsClosed)
            return AfterArray();

        var rest = _read.AsSpan(_at, _end - _at);
        var length = _scanner.Scan(rest);
        _piece.Add(length < 0 ? rest : rest[..length]);
        _at = length < 0 ? _end : _at + length + 1;
        if (length < 0 || (_scanner.IsClosed && _piece.IsBlank && _number == 0))
            return null;

        return Take(_piece.IsBlank ? "must not be empty between two commas" : null);
    }

    private BodyPiece? AfterArray()
    {
        var isBlank = _read.AsSpan(_at, _end - _at).IndexOfAnyExcept(" \t\r\n"u8) < 0;
        _at = _end;
        if (isBlank || _scanner.HasToldOfRest)
            return null;

        _scanner.HasToldOfRest = true;
        return Take("must not be followed by anything after the array's end");
    }

    private BodyPiece? ArrayEnd()
    {
        if (_scanner.IsClosed)
            return null;

        _scanner.Close();
        return Take("must be closed: the array ends with ]");
    }

    private BodyPiece Take(string? fault)
    {
        fault ??= _piece.IsTooLong ? $"must be at most {MaxBytes} bytes long" : null;
        return new BodyPiece(++_number, _piece.TakeBytes(), fault);
    }
}
