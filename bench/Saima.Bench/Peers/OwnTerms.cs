using Saima.Engine.Text;

namespace Saima.Bench.Peers;

/// <summary>Which terms does our analyser find? So that another engine is measured by how it searches and not by how it reads.</summary>
public sealed class OwnTerms : IDisposable
{
    private readonly TextAnalyser _analyser = new();

    /// <summary>The terms of a text in their order.</summary>
    public List<string> Of(string text)
    {
        var terms = new List<string>();
        _analyser.Start(text);
        while (_analyser.Next(out var term))
            terms.Add(term.ToString());
        return terms;
    }

    public void Dispose() => _analyser.Dispose();
}
