using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Saima.Engine.Text;

/// <summary>Here is a piece of text; which words are in it, each as it is compared?</summary>
/// <remarks>
/// Words by Unicode's rules, half and full width folded, small letters, accents folded, English plurals and Russian and Arabic
/// endings removed, Chinese, Japanese and Korean as bigrams, English stop words left out. A token with a digit keeps its letters. Not
/// safe for two threads at once. <see cref="ChunkReader"/> asks it once for every spelling, because it takes 300 to 500 ns a token.
/// </remarks>
public sealed class TextAnalyser : IDisposable
{
    /// <summary>A longer token is left out.</summary>
    public const int LongestToken = 64;

    private readonly ResettableReader _reader = new();
    private readonly StandardTokenizer _tokenizer;
    private readonly TokenStream _stream;
    private readonly ICharTermAttribute _term;
    private bool _open;

    public TextAnalyser()
    {
        const LuceneVersion version = LuceneVersion.LUCENE_48;
        _tokenizer = new StandardTokenizer(version, _reader) { MaxTokenLength = LongestToken };
        TokenStream stream = new CJKWidthFilter(_tokenizer);
        stream = new EnglishPossessiveFilter(version, stream);
        stream = new LowerCaseFilter(version, stream);
        stream = new CJKBigramFilter(stream);
        stream = new StopFilter(version, stream, StopAnalyzer.ENGLISH_STOP_WORDS_SET);
        stream = new ASCIIFoldingFilter(stream);
        _stream = new EnglishMinimalStemFilter(new DigitKeywordFilter(stream));
        _term = _stream.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>Begins with a new text; the terms before are gone.</summary>
    public void Start(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Start(text.AsSpan());
    }

    /// <summary>Begins with a new text; the terms before are gone.</summary>
    public void Start(ReadOnlySpan<char> text)
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
            term = _term.Buffer.AsSpan(0, StemmedLength());
            return true;
        }

        if (_open)
            End();
        term = default;
        return false;
    }

    public void Dispose() => _stream.Dispose();

    // English rules have left other scripts alone.
    private int StemmedLength() => _term.Buffer[0] switch
    {
        var c when Script.IsCyrillic(c) => Math.Max(1, LightStem.Of(Language.Russian, _term.Buffer, _term.Length)),
        var c when Script.IsArabic(c) => Math.Max(1, LightStem.Of(Language.Arabic, _term.Buffer, _term.Length)),
        _ => _term.Length,
    };

    private void End()
    {
        _open = false;
        _stream.End();
        _stream.Dispose();
    }
}
