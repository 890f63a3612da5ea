using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

public sealed class CatalogueFileLaws
{
    [Fact]
    public void Saved_and_brought_up_to_date_it_is_the_catalogue_that_was_read_from_the_beginning()
    {
        var severalSegments = 0;
        Gen.Int[0, 1_000_000].Sample(
            seed =>
            {
                var random = new Random(seed);
                using var lived = new CatalogueState { SmallestBaseMerge = 30 };
                using var plain = new PlainCatalogue();
                var snapshot = Live(lived, plain, Some.Market(seed, random.Next(70)));
                for (var i = random.Next(8); i > 0; i--)
                    snapshot = Live(lived, plain, Batches.Next(random, plain, snapshot.Sequence + 1));
                severalSegments += snapshot.Segments.Length > 1 ? 1 : 0;
                var file = Write(snapshot);
                var since = Since(random, plain, snapshot.Sequence);

                using var restored = new CatalogueState();
                using var begun = new CatalogueState();
                SameCatalogue.ShouldBe(restored.Restore(Read(file), since), begun.Apply(Whole(plain, since.Sequence)), seed);
                var next = Batches.Next(random, plain, since.Sequence + 1);
                SameCatalogue.ShouldBe(restored.Apply(next), begun.Apply(next), seed);
            },
            threads: 1,
            iter: 40);
        severalSegments.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void A_file_that_was_cut_anywhere_is_refused()
    {
        var file = SmallFile();
        for (var length = 0; length < file.Length; length++)
            RefusalOf(file[..length]).ShouldNotBeNull();
    }

    [Fact]
    public void A_file_with_one_changed_byte_is_refused_wherever_it_is()
    {
        var file = SmallFile();
        for (var at = 0; at < file.Length; at++)
        {
            var changed = file.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            RefusalOf(changed).ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_file_that_goes_on_after_its_end_is_refused() => RefusalOf([.. SmallFile(), 0]).ShouldBe("it was cut or changed");

    [Fact]
    public void Bytes_that_were_never_a_file_are_refused() =>
        Gen.Byte.Array[0, 300].Sample(bytes => RefusalOf(bytes).ShouldNotBeNull());

    [Fact]
    public void Another_build_of_the_program_is_refused()
    {
        var other = CatalogueFile.Stamp.ToArray();
        other[^1]++;
        CatalogueFile.Read(new MemoryStream(SmallFile()), other).Refusal.ShouldBe("another version of the program wrote it");
    }

    [Fact]
    public void A_file_that_cannot_be_read_to_its_end_is_refused_in_the_words_of_the_disk() =>
        CatalogueFile.Read(new BrokenDisk(SmallFile()), CatalogueFile.Stamp).Refusal.ShouldBe(BrokenDisk.Words);

    [Fact]
    public void A_database_older_than_the_file_is_told_and_nothing_is_taken()
    {
        using var state = new CatalogueState();
        var older = Some.Market(1, 5) with { Sequence = 0 };
        var saved = Read(SmallFile());
        saved.FaultWith(older)!.ShouldContain("the database is older");
        Should.Throw<ArgumentException>(() => state.Restore(saved, older));
        state.Apply(older).LiveProducts.ShouldBe(5);
    }

    [Fact]
    public void A_file_that_sells_for_somebody_whom_the_database_does_not_know_is_told()
    {
        var market = Some.Market(1, 40);
        var missing = market.Products[0].SellerSlot;
        var since = market with { Sequence = 2, Products = [], Sellers = [.. market.Sellers.Where(seller => seller.Slot != missing)] };
        var saved = Read(Write(market));
        saved.FaultWith(since)!.ShouldContain($"seller slot {missing}");
        saved.FaultWith(since with { RemovedProductSlots = [.. market.Products.Where(p => p.SellerSlot == missing).Select(p => p.Slot)] }).ShouldBeNull();
        saved.FaultWith(market with { Sequence = 2, Categories = [market.Categories[0]] })!.ShouldContain("categories");
    }

    [Fact]
    public void A_word_that_nothing_for_sale_holds_any_more_is_not_in_the_file()
    {
        using var state = new CatalogueState();
        state.Apply(Some.Market(1, 10));
        state.Apply(new CatalogueBatch { Sequence = 2, Products = [Some.Product(3, "zanzibar")] });
        var snapshot = state.Apply(new CatalogueBatch { Sequence = 3, Products = [Some.Product(3, "brass")] });
        snapshot.Terms.Find("zanzibar").ShouldBeGreaterThanOrEqualTo(0);

        using var restored = new CatalogueState();
        var again = restored.Restore(Read(Write(snapshot)), Some.Market(1, 0) with { Sequence = 3 });
        again.Terms.Find("zanzibar").ShouldBe(-1);
        again.Terms.Count.ShouldBe(SameCatalogue.Lists(again).Count);
    }

    // All that happens after the file was written, as the database tells it: categories and suppliers whole, and each changed product once.
    private static CatalogueBatch Since(Random random, PlainCatalogue plain, long sequence)
    {
        var touched = new HashSet<int>();
        for (var i = random.Next(5); i > 0; i--)
        {
            var batch = Batches.Next(random, plain, ++sequence);
            plain.Apply(batch);
            touched.UnionWith(batch.RemovedProductSlots);
            touched.UnionWith(batch.Products.Select(product => product.Slot));
        }

        return Whole(plain, sequence) with
        {
            Products = [.. touched.Where(plain.Products.ContainsKey).Select(slot => plain.Products[slot])],
            RemovedProductSlots = [.. touched.Where(slot => !plain.Products.ContainsKey(slot))],
        };
    }

    private static CatalogueBatch Whole(PlainCatalogue plain, long sequence) =>
        new() { Sequence = sequence, Categories = plain.Categories, Sellers = [.. plain.Sellers.Values], Products = [.. plain.Products.Values] };

    private static Snapshot Live(CatalogueState state, PlainCatalogue plain, CatalogueBatch batch)
    {
        plain.Apply(batch);
        return state.Apply(batch);
    }

    private static byte[] SmallFile() => Write(Some.Market(1, 5));

    private static byte[] Write(CatalogueBatch batch)
    {
        using var state = new CatalogueState();
        return Write(state.Apply(batch));
    }

    private static byte[] Write(Snapshot snapshot)
    {
        var stream = new MemoryStream();
        CatalogueFile.Write(snapshot, stream, CatalogueFile.Stamp);
        return stream.ToArray();
    }

    private static SavedCatalogue Read(byte[] file) => CatalogueFile.Read(new MemoryStream(file), CatalogueFile.Stamp).Saved!;

    private static string? RefusalOf(byte[] file)
    {
        var answer = CatalogueFile.Read(new MemoryStream(file), CatalogueFile.Stamp);
        (answer.Saved is null).ShouldBe(answer.Refusal is not null);
        return answer.Refusal;
    }

    private sealed class BrokenDisk(byte[] bytes) : MemoryStream(bytes)
    {
        public const string Words = "the disk is broken";

        public override int Read(Span<byte> buffer) => Position > Length / 2 ? throw new IOException(Words) : base.Read(buffer);
    }
}
