using Saima.Bench.Queries;
using Saima.Bench.World;
using Saima.Engine;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Bench.AtSpeed;

/// <summary>The engine over the made-up catalogue: how are its states made into what a race reads?</summary>
/// <remarks>The one place of the bench that builds a catalogue, a learner and an epoch. One thread changes it; all may race.</remarks>
public sealed class WorldEngine : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly CatalogueState _catalogue = new() { MergesInBackground = true };
    private readonly Learner _learner = new(new LearnerOptions());
    private readonly Policy _policy = PolicyFile.Parse(PolicyFile.ReadShipped(PolicyFile.Shipped[0]));
    private Snapshot _snapshot;
    private volatile Epoch _epoch;

    /// <summary>Takes the whole catalogue; nothing is learned yet.</summary>
    public WorldEngine(CatalogueWorld world, QueryMix mix)
    {
        (World, Mix) = (world, mix);
        _snapshot = _catalogue.Apply(world.Batch());
        _epoch = NewEpoch();
        Visits = new Visits(this);
    }

    public CatalogueWorld World { get; }

    public QueryMix Mix { get; }

    /// <summary>What visitors do; teaches this engine.</summary>
    public Visits Visits { get; }

    /// <summary>What a race reads now.</summary>
    public Epoch Epoch => _epoch;

    /// <summary>Takes changed products; raced from the next epoch on.</summary>
    public void Take(CatalogueBatch changes) => _snapshot = _catalogue.Apply(changes);

    /// <summary>Learns; known from the next epoch on.</summary>
    public void Learn(LearnerBatch learned) => _learner.Learn(learned);

    /// <summary>Publishes what was taken and learned.</summary>
    public void Publish() => _epoch = NewEpoch();

    /// <summary>Where each product of the catalogue stands in the present epoch, by slot.</summary>
    public int[] RowBySlot()
    {
        var (rows, snapshot) = (new int[World.Count], _epoch.Snapshot);
        for (var slot = 0; slot < rows.Length; slot++)
        {
            var place = snapshot.PlaceOf(slot);
            rows[slot] = snapshot.Offsets[place.Segment] + place.Row;
        }

        return rows;
    }

    /// <summary>Queries as requests: pages of 48, each of a visit of its own.</summary>
    public static AllocationRequest[] Requests(IEnumerable<WorldQuery> queries) =>
        [.. queries.Select((query, visit) => new AllocationRequest { Intent = new Intent { Query = query.Text }, VisitHash = visit + 1 })];

    public void Dispose() => _catalogue.Dispose();

    private Epoch NewEpoch() => new(_snapshot, _learner, _policy, Today);
}
