using Saima.Engine.Catalogue;
using Saima.Engine.Learning;
using Saima.Engine.Policies;
using Saima.Engine.Race;
using Saima.Engine.Retrieval;

namespace Saima.Engine.Tests;

/// <summary>Values for what does not matter in a test.</summary>
internal static class Some
{
    public static readonly DateOnly Day = new(2026, 11, 22);

    public static readonly long DayMicros = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;

    private static readonly string[] Words =
        ["steel", "valve", "ball", "brass", "flange", "pump", "DN50", "PN16", "stainless", "gate", "hose", "kit", "不锈钢", "球阀", "M3x10", "17\""];

    private static readonly string[] Countries = ["CN", "DE", "IN", "VN"];

    public static Policy Policy { get; } = PolicyFile.Parse(PolicyFile.ReadShipped("open"));

    public static Policy Classic { get; } = PolicyFile.Parse(PolicyFile.ReadShipped("classic"));

    public static Product Product(int slot, string title = "steel ball valve", int seller = 0, int category = 0) =>
        new() { Slot = slot, Id = $"p-{slot:D5}", SellerSlot = seller, CategorySlot = category, Title = title };

    public static Seller Seller(int slot, bool isChecked = true) => new()
    {
        Slot = slot,
        Id = $"s-{slot}",
        Name = $"Supplier {slot}",
        Country = "CN",
        Checks = isChecked ? [new SellerCheck("identity", "Saima", new DateOnly(2026, 1, 1), null)] : [],
    };

    public static Intent Query(string query) => new() { Query = query };

    public static AllocationRequest Request(Intent intent, long visit = 1, int size = 48) => new() { Intent = intent, VisitHash = visit, PageSize = size };

    /// <summary>A market that is drawn whole before anything happens in it.</summary>
    public static CatalogueBatch Market(int seed, int products, int sellers = 12, int categories = 6)
    {
        var random = new Random(seed);
        var tree = new List<Category> { new(0, "Industry", -1) };
        for (var c = 1; c < categories; c++)
            tree.Add(new Category(c, $"{tree[random.Next(c)].Path} > Part {c}", 0));
        for (var c = 1; c < categories; c++)
            tree[c] = tree[c] with { ParentSlot = ParentOf(tree, c) };
        var suppliers = new List<Seller>();
        for (var s = 0; s < sellers; s++)
            suppliers.Add(Supplier(random, s));
        var listings = new List<Product>();
        for (var p = 0; p < products; p++)
            listings.Add(Listing(random, p, sellers, categories));
        return new CatalogueBatch { Sequence = 1, Categories = tree, Sellers = suppliers, Products = listings };
    }

    public static Product Listing(Random random, int slot, int sellers, int categories) => new()
    {
        Slot = slot,
        Id = $"p-{slot:D5}",
        SellerSlot = Math.Min(random.Next(sellers), random.Next(sellers)),
        CategorySlot = random.Next(categories),
        Title = Phrase(random, 1 + random.Next(5)),
        Keywords = [Phrase(random, 1)],
        Attributes = [new("material", Phrase(random, 1))],
        Description = Phrase(random, random.Next(12)),
        Price = random.Next(4) == 0 ? null : new PriceBand(random.Next(1, 500) * 1_000_000L, 600_000_000, random.Next(5) == 0 ? "CNY" : "USD", "piece"),
        Moq = random.Next(3) == 0 ? null : random.Next(1, 1000),
    };

    public static string Phrase(Random random, int words)
    {
        var phrase = new string[words];
        for (var i = 0; i < words; i++)
            phrase[i] = Words[Math.Min(random.Next(Words.Length), random.Next(Words.Length))];
        return string.Join(' ', phrase);
    }

    public static Intent Intent(Random random) => new()
    {
        Query = random.Next(5) == 0 ? null : Phrase(random, 1 + random.Next(4)),
        CategorySlot = random.Next(6),
        Filters = random.Next(2) == 0
            ? Filters.None
            : new Filters
            {
                CategorySlot = random.Next(3) == 0 ? random.Next(6) : null,
                MaxPriceMicros = random.Next(3) == 0 ? random.Next(1, 500) * 1_000_000L : null,
                Currency = "USD",
                MaxMoq = random.Next(3) == 0 ? random.Next(1000) : null,
                Countries = random.Next(3) == 0 ? [Countries[random.Next(4)]] : [],
                CheckedOnly = random.Next(3) == 0,
            },
    };

    /// <summary>A learner that has seen random pages and answers of this market.</summary>
    public static Learner Experienced(int seed, Snapshot snapshot, Policy policy, int pages = 40)
    {
        var random = new Random(seed);
        var learner = new Learner(new LearnerOptions());
        using var allocator = new Allocator();
        for (var i = 1; i <= pages; i++)
        {
            var epoch = new Epoch(snapshot, learner, policy, Day);
            learner.Learn(Batch(random, allocator, epoch, i));
        }

        return learner;
    }

    public static LearnerBatch Batch(Random random, Allocator allocator, Epoch epoch, int number)
    {
        var at = DayMicros + number * 1_000_000L;
        var record = allocator.Allocate(epoch, Request(Intent(random), random.Next(), 12));
        var served = new ServedAllocation(number * 10, at, record);
        var outcomes = new List<Outcome>();
        for (var position = 0; position < record.Slots.Length; position++)
        {
            if (random.Next(4) == 0)
                outcomes.Add(new Outcome((OutcomeKind)(1 + random.Next(3)), $"e-{number}-{position}", at + random.Next(100_000), served, position));
        }

        return new LearnerBatch(number * 10 + 5, at + 250_000, [served], outcomes);
    }

    private static int ParentOf(List<Category> tree, int slot)
    {
        var path = tree[slot].Path[..tree[slot].Path.LastIndexOf(Category.Separator, StringComparison.Ordinal)];
        return tree.FindIndex(c => c.Path == path);
    }

    private static Seller Supplier(Random random, int slot) => new()
    {
        Slot = slot,
        Id = $"s-{slot}",
        Name = $"Supplier {slot}",
        Country = Countries[random.Next(4)],
        Kind = (SellerKind)random.Next(5),
        Membership = (Membership)random.Next(3),
        JoinedOn = random.Next(4) == 0 ? null : new DateOnly(2010 + random.Next(16), 3, 1),
        Checks = random.Next(3) == 0 ? [] : [new SellerCheck("identity", null, new DateOnly(2025, 1, 1), random.Next(3) == 0 ? new DateOnly(2026, 6, 1) : null)],
    };
}
