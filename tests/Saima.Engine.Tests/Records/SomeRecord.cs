using Saima.Engine.Records;

namespace Saima.Engine.Tests.Records;

/// <summary>Records that no race has made: any numbers that the format can hold.</summary>
internal static class SomeRecord
{
    public static Gen<AllocationRecord> Gen { get; } =
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, int.MaxValue], CsCheck.Gen.Int[0, 200], CsCheck.Gen.Int[1, 200]).Select(Of);

    public static AllocationRecord Of(int seed, int slots, int mostCategories)
    {
        var random = new Random(seed);
        var categories = new SortedSet<int>();
        while (slots > 0 && categories.Count < Math.Min(slots, mostCategories))
            categories.Add(random.Next(random.Next(2) == 0 ? 1000 : int.MaxValue));
        int[] distinct = [.. categories];
        var places = new SlotRecord[slots];
        for (var i = 0; i < slots; i++)
            places[i] = Slot(random, distinct[i < distinct.Length ? i : random.Next(distinct.Length)]);
        return new AllocationRecord
        {
            FirstSlot = random.Next(4000),
            Matched = random.Next(),
            Slots = places,
            Categories = distinct,
            Click = Shared(random, distinct.Length),
            Inquiry = Shared(random, distinct.Length),
            Order = Shared(random, distinct.Length),
        };
    }

    private static SlotRecord Slot(Random random, int category) => new()
    {
        ProductSlot = random.Next(),
        SellerSlot = random.Next(),
        CategorySlot = category,
        Lane = (Lane)random.Next(1, 4),
        MatchBucket = (byte)random.Next(AllocationRecord.MatchBuckets),
        Propensity = Number(random),
        MatchLog = Number(random),
        MultiplierLog = random.Next(2) == 0 ? 0 : Number(random),
        Click = Stage(random),
        Inquiry = Stage(random),
        Order = Stage(random),
    };

    private static SharedWeights Shared(Random random, int categories) =>
        new(Number(random), Number(random), Numbers(random, categories), Numbers(random, AllocationRecord.MatchBuckets));

    private static StageRecord Stage(Random random) => new(Number(random), Number(random), Number(random));

    private static float[] Numbers(Random random, int count)
    {
        var numbers = new float[count];
        for (var i = 0; i < count; i++)
            numbers[i] = Number(random);
        return numbers;
    }

    private static float Number(Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => float.Epsilon,
        2 => -float.MaxValue,
        3 => float.NegativeInfinity,
        _ => random.NextSingle() * 20 - 10,
    };
}
