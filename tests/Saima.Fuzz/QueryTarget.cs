using System.Text;
using Saima.Engine.Catalogue;
using Saima.Engine.Policies;
using Saima.Engine.Retrieval;

namespace Saima.Fuzz;

/// <summary>Somebody typed these bytes; is the query read without an exception, and answered as it must be?</summary>
public sealed class QueryTarget : IDisposable
{
    // After so many inputs a matcher that has read nothing takes over from one that has read them all.
    private const int MostRemembered = 256;

    private readonly Snapshot _snapshot = TradeShelf.Fill();
    private readonly RetrievalRule _rule = PolicyFile.Parse(PolicyFile.ReadShipped("open")).Retrieval;
    private readonly Matches _matches = new();
    private readonly bool[] _sellerChecked;
    private readonly Matcher _old = new();
    private Matcher _young = new();
    private int _inputs;

    public QueryTarget() => _sellerChecked = new bool[_snapshot.SellerBySlot.Length];

    /// <summary>Queries so far that some product matched.</summary>
    public int Answered { get; private set; }

    /// <summary>Queries so far of which words were corrected or translated.</summary>
    public int Changed { get; private set; }

    /// <summary>Reads and answers one query.</summary>
    /// <exception cref="InvalidOperationException">The answer is not as it must be.</exception>
    public void Run(ReadOnlySpan<byte> utf8)
    {
        var query = Encoding.UTF8.GetString(utf8);
        if (++_inputs % MostRemembered == 0)
        {
            _young.Dispose();
            _young = new Matcher();
        }

        var answer = Ask(_old, query);
        if (answer.FaultIn(_snapshot) is { } fault)
            throw new InvalidOperationException($"{fault}: {query}");
        if (!Ask(_old, query).IsSameAs(answer))
            throw new InvalidOperationException($"asked again, the answer is another: {query}");
        if (!Ask(_young, query).IsSameAs(answer))
            throw new InvalidOperationException($"the answer depends on what was read before: {query}");
        Answered += answer.Rows.Length > 0 ? 1 : 0;
    }

    public void Dispose()
    {
        _old.Dispose();
        _young.Dispose();
    }

    private Answer Ask(Matcher matcher, string query)
    {
        matcher.Find(new Intent { Query = query }, _snapshot, _sellerChecked, _rule, _matches);
        if (matcher == _young)
            Changed += matcher.Terms.Tell() is { Corrections.Count: 0, Translations.Count: 0 } ? 0 : 1;
        return Answer.Of(matcher, _matches);
    }
}
