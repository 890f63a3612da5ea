using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;
using Saima.Engine.Tests.Catalogue;

namespace Saima.Engine.Tests.Race;

public sealed class EpochBuilderLaws : IDisposable
{
    private readonly Allocator _allocator = new();

    public void Dispose() => _allocator.Dispose();

    [Fact]
    public void Built_step_by_step_is_built_from_scratch_to_the_bit()
    {
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                var market = new MovingMarket(random);
                for (var step = 1; step < 25; step++)
                {
                    market.Change(random, step, _allocator);
                    var built = market.Publish();
                    ShouldBeSame(built, new Epoch(built.Snapshot, market.Learner, built.Policy, built.Today));
                }

                market.Dispose();
            },
            threads: 1,
            iter: 25);
    }

    [Fact]
    public void A_month_that_begins_opens_the_lane_again_in_the_next_epoch()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(3, 80));
        var learner = new Learner(new LearnerOptions());
        var policy = Some.Policy with { Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.5, PerSupplierPerMonth = 0.01 } };
        var builder = new EpochBuilder(learner);
        for (var i = 1; i <= 6; i++)
        {
            var epoch = builder.Publish(snapshot, policy, Some.Day);
            ShouldBeSame(epoch, new Epoch(snapshot, learner, policy, Some.Day));
            var record = _allocator.Allocate(epoch, Some.Request(new Intent { CategorySlot = 0 }, i));
            var at = Some.DayMicros + (i > 3 ? 30 : 0) * 86_400_000_000L + i;
            learner.Learn(new LearnerBatch(i, at, [new ServedAllocation(i, at, record)], []));
        }
    }

    [Fact]
    public async Task An_old_epoch_stays_as_it_was_while_others_race_and_epochs_are_published()
    {
        var random = new Random(11);
        using var market = new MovingMarket(random);
        var epochs = new List<Epoch> { market.Publish() };
        using var enough = new CancellationTokenSource();
        var seen = new int[2]; // epochs in which each thread has raced
        var racing = Enumerable.Range(0, 2).Select(thread => Task.Run(() => RaceUntil(enough.Token, epochs, seen, thread))).ToArray();
        for (var step = 1; step < 60 || Volatile.Read(ref seen[0]) < 4 || Volatile.Read(ref seen[1]) < 4; step++)
        {
            market.Change(random, step, _allocator);
            var epoch = market.Publish();
            lock (epochs)
                epochs.Add(epoch);
        }

        await enough.CancelAsync();
        var raced = (await Task.WhenAll(racing)).SelectMany(r => r).ToList();
        raced.Select(r => r.Epoch).Distinct().Count().ShouldBeGreaterThan(3);
        foreach (var (epoch, request, page) in raced)
            RecordBytes.Pack(_allocator.Allocate(epoch, request)).ShouldBe(page);
    }

    private static List<(Epoch Epoch, AllocationRequest Request, byte[] Page)> RaceUntil(CancellationToken end, List<Epoch> epochs, int[] seen, int thread)
    {
        using var allocator = new Allocator();
        var random = new Random(thread);
        var raced = new List<(Epoch, AllocationRequest, byte[])>();
        do
        {
            Epoch epoch;
            lock (epochs)
                epoch = epochs[^1];
            if (raced.Count == 0 || raced[^1].Item1 != epoch)
                Interlocked.Increment(ref seen[thread]);
            var request = Some.Request(Some.Intent(random), random.Next());
            raced.Add((epoch, request, RecordBytes.Pack(allocator.Allocate(epoch, request))));
        }
        while (!end.IsCancellationRequested || raced.Count < 50);

        return raced;
    }

    private static void ShouldBeSame(Epoch built, Epoch scratch)
    {
        var snapshot = built.Snapshot;
        built.LearnedThrough.ShouldBe(scratch.LearnedThrough);
        built.SellerChecked.ShouldBe(scratch.SellerChecked);
        foreach (var product in snapshot.LiveProductsInAnyOrder())
        {
            var place = snapshot.PlaceOf(product.Slot);
            var row = snapshot.Offsets[place.Segment] + place.Row;
            Bits(built.Columns.Rows, row).ShouldBe(Bits(scratch.Columns.Rows, row), $"product {product.Slot}");
        }

        for (var slot = 0; slot < snapshot.SellerBySlot.Length; slot++)
            Bits(built.Columns.Sellers, slot).ShouldBe(Bits(scratch.Columns.Sellers, slot), $"supplier {slot}");
        for (var slot = 0; slot < snapshot.CategoryBySlot.Length; slot++)
            Bits(built.Columns.Categories, slot).ShouldBe(Bits(scratch.Columns.Categories, slot), $"category {slot}");
        for (var stage = 0; stage < 3; stage++)
        {
            built.Columns.Stages[stage].BaseMean.ShouldBe(scratch.Columns.Stages[stage].BaseMean);
            built.Columns.Stages[stage].Buckets.ShouldBe(scratch.Columns.Stages[stage].Buckets);
        }
    }

    private static string Bits(PagedColumn column, int index)
    {
        ref readonly var octet = ref column[index];
        var bits = new int[8];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = BitConverter.SingleToInt32Bits(octet[i]);
        return string.Join(' ', bits);
    }

    /// <summary>A catalogue, a learner, a rule and a day, all of which change.</summary>
    private sealed class MovingMarket : IDisposable
    {
        private readonly CatalogueState _state = new() { SmallestBaseMerge = 20 };
        private readonly PlainCatalogue _plain = new();
        private readonly EpochBuilder _builder;
        private Snapshot _snapshot;
        private Policy _policy = Some.Policy;
        private DateOnly _today = Some.Day;

        public MovingMarket(Random random)
        {
            _builder = new EpochBuilder(Learner);
            var market = Some.Market(random.Next(), 150);
            _plain.Apply(market);
            _snapshot = _state.Apply(market);
        }

        public Learner Learner { get; } = new(new LearnerOptions());

        public void Change(Random random, int step, Allocator allocator)
        {
            if (random.Next(2) == 0)
            {
                var batch = Batches.Next(random, _plain, step + 1);
                _plain.Apply(batch);
                _snapshot = _state.Apply(batch);
            }

            for (var i = 0; i < random.Next(3); i++)
                Learner.Learn(Some.Batch(random, allocator, new Epoch(_snapshot, Learner, _policy, _today), step * 10 + i));
            if (random.Next(8) == 0)
                _today = _today.AddDays(1 + random.Next(200));
            if (random.Next(8) == 0)
                _policy = random.Next(2) == 0 ? Some.Classic : Some.Policy with { Version = step, Newcomers = Some.Policy.Newcomers with { MaxAttention = random.Next(3) } };
        }

        public Epoch Publish() => _builder.Publish(_snapshot, _policy, _today);

        public void Dispose()
        {
            _state.Dispose();
            _plain.Dispose();
        }
    }
}
