using System.Diagnostics;
using System.Reflection;
using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Records;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests.Race;

public sealed class AllocationGate
{
    private static readonly Policy Policy = Some.Policy with
    {
        Newcomers = Some.Policy.Newcomers with { AttentionShare = 0.2, MinDeviation = 0, MaxAttention = 1e9, PerSupplierPerMonth = 1e9 },
        Retrieval = new RetrievalRule { Share = 0.02, Enough = 48 },
        Diversity = new DiversityRule { PerSupplierPerPage = 4 },
    };

    private static readonly Filters Filters = new()
    {
        CategorySlot = 0,
        Countries = ["CN", "DE"],
        MaxPriceMicros = 400_000_000,
        Currency = "USD",
        MaxMoq = 900,
        CheckedOnly = true,
    };

    private static readonly Dictionary<string, AllocationRequest> Requests = new(StringComparer.Ordinal)
    {
        ["query"] = Some.Request(Some.Query("steel valves")),
        ["query in Chinese"] = Some.Request(Some.Query("不锈钢球阀 DN50")),
        ["relaxed query"] = Some.Request(Some.Query("steel ball valve Zirconia")),
        ["misspelt query"] = Some.Request(Some.Query("stainles valvs steal")),
        ["query in German"] = Some.Request(Some.Query("Edelstahlkugelhahn Flansche DN 50")),
        ["query in Russian"] = Some.Request(Some.Query("шаровые краны из латуни")),
        ["quantities"] = Some.Request(Some.Query("17 inch hose M3 x 10")),
        ["unknown words"] = Some.Request(Some.Query("Zirconia Yttria")),
        ["query with filters"] = Some.Request(Some.Query("steel") with { Filters = Filters }),
        ["category"] = Some.Request(new Intent { CategorySlot = 0 }),
        ["category with filters"] = Some.Request(new Intent { CategorySlot = 0, Filters = Filters }),
        ["largest page"] = Some.Request(new Intent { CategorySlot = 0 }, size: 200),
        ["third page"] = Some.Request(Some.Query("steel")) with { PageNumber = 3, ServedProductSlots = [.. Enumerable.Range(0, 96)] },
    };

    private static readonly bool IsUnoptimised = typeof(Allocator).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true;

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_warm_race_allocates_nothing(string name)
    {
        Assert.SkipWhen(IsUnoptimised, "a span over constants is a new array in code that is not optimised: run with -c Release");
        var epoch = Epoch();
        var requests = Visits(Requests[name]);
        using var allocator = new Allocator();
        for (var round = 0; round < 2; round++)
            Race(allocator, epoch, requests);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Race(allocator, epoch, requests);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_warm_race_allocates_nothing_in_a_market_of_newcomers_and_when_epochs_change(string name)
    {
        Assert.SkipWhen(IsUnoptimised, "a span over constants is a new array in code that is not optimised: run with -c Release");
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(19, 1500, sellers: 60));
        var learner = new Learner(new LearnerOptions());
        var builder = new EpochBuilder(learner);
        var requests = Visits(Requests[name]);
        using var allocator = new Allocator();
        var random = new Random(19);
        for (var round = 0; round < 4; round++)
        {
            var epoch = builder.Publish(snapshot, Policy, Some.Day);
            if (round < 2)
                Race(allocator, epoch, requests);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Race(allocator, epoch, requests);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
            learner.Learn(Some.Batch(random, allocator, epoch, round + 1));
        }
    }

    [Fact]
    public void The_gate_measures_what_it_says()
    {
        var epoch = Epoch();
        using var allocator = new Allocator();
        allocator.Race(epoch, Requests["relaxed query"]);
        allocator.Matches.Relaxed.ShouldNotBeEmpty();
        allocator.Page.Slots.ShouldContain(s => s.Lane == Lane.Newcomer);
        allocator.Race(epoch, Requests["misspelt query"]);
        allocator.Terms.Tell().Corrections.Select(c => c.To).ShouldBe(["stainless", "valve", "steel"]);
        allocator.Race(epoch, Requests["query in German"]);
        allocator.Terms.Tell().Translations.Select(t => t.To).ShouldBe(["stainless steel ball valve", "flange"]);
        allocator.Race(epoch, Requests["category with filters"]);
        allocator.Page.Slots.Count.ShouldBeGreaterThan(10);
        allocator.Race(epoch, Requests["largest page"]);
        allocator.Page.Slots.Count.ShouldBe(200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        allocator.Allocate(epoch, Requests["query"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeGreaterThan(1000);
    }

    private static void Race(Allocator allocator, Epoch epoch, AllocationRequest[] requests)
    {
        foreach (var request in requests)
            allocator.Race(epoch, request);
    }

    private static AllocationRequest[] Visits(AllocationRequest request) => [.. Enumerable.Range(0, 200).Select(visit => request with { VisitHash = visit })];

    private static Epoch Epoch()
    {
        using var state = new CatalogueState();
        var snapshot = state.Apply(Some.Market(17, 1500, sellers: 60));
        return new Epoch(snapshot, Some.Experienced(17, snapshot, Policy, pages: 5), Policy, Some.Day);
    }
}
