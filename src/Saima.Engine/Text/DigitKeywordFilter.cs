using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Saima.Engine.Text;

/// <summary>Marks tokens with a digit, so that no stemmer touches a model number.</summary>
internal sealed class DigitKeywordFilter : TokenFilter
{
    private readonly ICharTermAttribute _term;
    private readonly IKeywordAttribute _keyword;

    public DigitKeywordFilter(TokenStream input)
        : base(input)
    {
        _term = AddAttribute<ICharTermAttribute>();
        _keyword = AddAttribute<IKeywordAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken())
            return false;
        if (_term.Buffer.AsSpan(0, _term.Length).ContainsAnyInRange('0', '9'))
            _keyword.IsKeyword = true;
        return true;
    }
}
