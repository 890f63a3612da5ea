namespace Saima.Market;

/// <summary>Collects every reason against one document, so that a caller can mend all of them at once.</summary>
public sealed class RefusalList(int line, string? id)
{
    private readonly List<Refusal> _refusals = [];

    public int Count => _refusals.Count;

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public void Add(string field, string message) => _refusals.Add(new Refusal(line, id, field, message));
}
