using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Saima.Engine.Text;

/// <summary>Here is a title or a query; which terms are in it?</summary>
/// <remarks>
/// Words by Unicode's rules, half and full width folded, lower case, accents folded, English plurals removed, Chinese, Japanese and
/// Korean as bigrams, English stop words left out. A token with a digit keeps its letters. Not safe for two threads at once.
/// </remarks>
public sealed class TextAnalyser : IDisposable
{
    /// <summary>A longer token is left out.</summary>
    public const int LongestToken = 64;

    private readonly ResettableReader _reader = new();
    private readonly TokenStream _stream;
    private readonly ICharTermAttribute _term;
    private bool _open;

    public TextAnalyser()
    {
        const LuceneVersion version = LuceneVersion.LUCENE_48;
        var tokenizer = new StandardTokenizer(version, _reader) { MaxTokenLength = LongestToken };
        TokenStream stream = new CJKWidthFilter(tokenizer);
        stream = new EnglishPossessiveFilter(version, stream);
        stream = new LowerCaseFilter(version, stream);
        stream = new CJKBigramFilter(stream);
        stream = new StopFilter(version, stream, StopAnalyzer.ENGLISH_STOP_WORDS_SET);
        stream = new ASCIIFoldingFilter(stream);
        _stream = new EnglishMinimalStemFilter(new DigitKeywordFilter(stream));
        _tokenizer = tokenizer;
        _term = _stream.GetAttribute<ICharTermAttribute>();
    }

    private readonly StandardTokenizer _tokenizer;

    /// <summary>Begins with a new text; the terms before are gone.</summary>
    public void Start(string text)
    {
        if (_open)
            End();
        _reader.Reset(text);
        _tokenizer.SetReader(_reader);
        _stream.Reset();
        _open = true;
    }

    /// <summary>The next term, valid until the next call; false at the end, and from then on.</summary>
    public bool Next(out ReadOnlySpan<char> term)
    {
        while (_open && _stream.IncrementToken())
        {
            if (_term.Length == 0)
                continue;
            term = _term.Buffer.AsSpan(0, _term.Length);
            return true;
        }

        if (_open)
            End();
        term = default;
        return false;
    }

    public void Dispose() => _stream.Dispose();

    private void End()
    {
        _open = false;
        _stream.End();
        _stream.Dispose();
    }
}
