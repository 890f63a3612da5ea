namespace Saima.Market.Catalogue;

/// <summary>Counts what becomes of a bulk body's lines while it is read and written.</summary>
internal sealed class BulkTally
{
    private readonly List<Refusal> _errors = [];
    private int _errorCount;
    private int _accepted;
    private int _unchanged;

    public int Rejected { get; private set; }

    public void Accept(bool isUnchanged)
    {
        _accepted++;
        if (isUnchanged)
            _unchanged++;
    }

    public void Refuse(IReadOnlyList<Refusal> refusals)
    {
        Rejected++;
        _errorCount += refusals.Count;
        foreach (var refusal in refusals)
        {
            if (_errors.Count < BulkAnswer.MaxErrors)
                _errors.Add(refusal);
        }
    }

    public void Refuse(int line, string id, string field, string message) => Refuse([new Refusal(line, id, field, message)]);

    public void AcceptNothing() => (_accepted, _unchanged) = (0, 0);

    public BulkAnswer Answer(long sequence) => new(_accepted, _unchanged, Rejected, _errors, _errorCount, sequence);
}
