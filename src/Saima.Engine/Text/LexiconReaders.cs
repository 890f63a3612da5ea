namespace Saima.Engine.Text;

/// <summary>The readers of all languages over one table of terms, each made when it is first needed.</summary>
internal sealed class LexiconReaders(TermTable terms)
{
    private readonly LexiconReader?[] _readers = new LexiconReader?[(int)Language.Chinese + 1];

    public LexiconReader Of(Language language)
    {
        var reader = _readers[(int)language] ??= new LexiconReader(Lexicon.Of(language), terms);
        reader.ForgetIfFull();
        return reader;
    }
}
