using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine;

/// <summary>A visit asks, a page answers: the story of one request. One thread at a time; keep one for each.</summary>
/// <remarks>
/// Attribution comes before (the visit knows its origin), learning after (from the record). Everything between reads one
/// <see cref="Epoch"/> from start to end, so that a page is a pure function of epoch and request.
/// </remarks>
public sealed class Allocator : IDisposable
{
    private readonly Matcher _matcher = new();
    private readonly Matches _matches = new();
    private readonly Scores _scores = new();
    private readonly PageDraw _page = new();

    /// <summary>The products that satisfied the last intent, all of them.</summary>
    public Matches Matches => _matches;

    /// <summary>The log score of each match.</summary>
    public Scores Scores => _scores;

    /// <summary>How the last answer could be narrowed; of the last request that asked for it.</summary>
    public FacetCounts Facets { get; } = new();

    /// <summary>The last page as it was drawn.</summary>
    public PageDraw Page => _page;

    /// <summary>The terms that the last query was read as.</summary>
    public QueryTerms Terms => _matcher.Terms;

    /// <summary>Races and keeps what must be kept.</summary>
    public AllocationRecord Allocate(Epoch epoch, AllocationRequest request)
    {
        Race(epoch, request);
        return RecordPage.Of(epoch, request.ServedProductSlots.Count, _matches, _page.Slots);
    }

    /// <summary>Retrieve, score, draw. The answer is in <see cref="Page"/> until the next call.</summary>
    public void Race(Epoch epoch, AllocationRequest request)
    {
        _matcher.Find(request.Intent, epoch.Snapshot, epoch.SellerChecked, epoch.Policy.Retrieval, _matches, request.CountsFacets ? Facets : null);
        _scores.Score(epoch, _matches);
        _page.Draw(epoch, request, _matches, _scores);
    }

    /// <summary>Terms of the last query that the product at a 0-based position of the last page does not hold.</summary>
    public IReadOnlyList<string> MissingAt(Epoch epoch, int position) =>
        _matcher.MissingIn(epoch.Snapshot, _matches.Rows[_page.Slots[position].Match]);

    /// <summary>What would be kept of one product of the last race if it alone had been shown; null if it did not match.</summary>
    public AllocationRecord? RecordOf(Epoch epoch, int productSlot)
    {
        for (var match = 0; match < _matches.Count; match++)
        {
            if (epoch.ProductSlotAt(_matches.Rows[match]) == productSlot)
                return RecordPage.Of(epoch, 0, _matches, [new DrawnSlot(match, Lane.Merit, 1)]);
        }

        return null;
    }

    public void Dispose() => _matcher.Dispose();
}
