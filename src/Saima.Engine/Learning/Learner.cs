using Saima.Engine.Pool;

namespace Saima.Engine.Learning;

/// <summary>What do we know from everything that was shown and done? The state of all models, a pure function of the log.</summary>
/// <remarks>One thread at a time. Batches come in the order in which the log closed them; within a batch order does not matter.</remarks>
public sealed class Learner
{
    public Learner(LearnerOptions options)
    {
        Click = new StageModel(options.Click, Touched);
        Inquiry = new StageModel(options.Inquiry, Touched);
        Order = new StageModel(options.Order, Touched);
        Exposures = new ExposureBook(Touched.Products, Touched.Sellers);
        ClickCases = new OpenCases(Click);
        InquiryCases = new OpenCases(Inquiry);
        OrderCases = new OpenCases(Order);
    }

    public StageModel Click { get; }

    public StageModel Inquiry { get; }

    public StageModel Order { get; }

    /// <summary>Exposures given and received.</summary>
    public ExposureBook Exposures { get; }

    /// <summary>What changed since the last epoch; for the one who builds them.</summary>
    internal TouchedWeights Touched { get; } = new();

    /// <summary>The log's sequence through which all has been learned.</summary>
    public long Through { get; private set; }

    /// <summary>When the next label falls due, Unix microseconds; <see cref="long.MaxValue"/> if none does.</summary>
    public long NextDueMicros => Math.Min(ClickCases.NextDueMicros, Math.Min(InquiryCases.NextDueMicros, OrderCases.NextDueMicros));

    /// <summary>Shown products within the click window.</summary>
    public OpenCases ClickCases { get; }

    /// <summary>Clicked products within the inquiry window.</summary>
    public OpenCases InquiryCases { get; }

    /// <summary>Inquiries within the order window.</summary>
    public OpenCases OrderCases { get; }

    /// <summary>Learns one batch: opens what was shown, takes the answers, then counts what fell due.</summary>
    public void Learn(LearnerBatch batch)
    {
        var served = new List<ServedAllocation>(batch.Allocations);
        served.Sort(static (a, b) => a.AtMicros != b.AtMicros ? a.AtMicros.CompareTo(b.AtMicros) : a.Sequence.CompareTo(b.Sequence));
        foreach (var allocation in served)
            Show(allocation);

        var outcomes = new List<Outcome>(batch.Outcomes);
        outcomes.Sort(static (a, b) => a.AtMicros != b.AtMicros ? a.AtMicros.CompareTo(b.AtMicros) : string.CompareOrdinal(a.Id, b.Id));
        foreach (var outcome in outcomes)
            Take(outcome);

        ClickCases.Advance(batch.ClosedAtMicros);
        InquiryCases.Advance(batch.ClosedAtMicros);
        OrderCases.Advance(batch.ClosedAtMicros);
        Through = batch.Through;
    }

    private void Show(ServedAllocation allocation)
    {
        var record = allocation.Record;
        for (var position = 0; position < record.Slots.Length; position++)
        {
            var features = StageFeatures.At(record, position);
            Exposures.Book(allocation.AtMicros, record.Slots[position], Examination.Of(Click, features.Slot));
            ClickCases.Open(new CaseKey(allocation.Sequence, position), features, allocation.AtMicros);
        }
    }

    private void Take(Outcome outcome)
    {
        var key = new CaseKey(outcome.Of.Sequence, outcome.Position);
        var features = StageFeatures.At(outcome.Of.Record, outcome.Position);

        // An inquiry that comes without its click was clicked all the same, and an order without its inquiry was asked for.
        if (!InquiryCases.Holds(key))
        {
            ClickCases.Answer(key, outcome.AtMicros);
            InquiryCases.Open(key, features, outcome.AtMicros);
        }

        if (outcome.Kind >= OutcomeKind.Inquiry && !OrderCases.Holds(key))
        {
            InquiryCases.Answer(key, outcome.AtMicros);
            OrderCases.Open(key, features, outcome.AtMicros);
        }

        if (outcome.Kind == OutcomeKind.Order)
            OrderCases.Answer(key, outcome.AtMicros);
    }
}
