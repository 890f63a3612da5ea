using Saima.Engine.Explain;
using Saima.Engine.Records;

namespace Saima.Engine.Tests.Records;

public sealed class RecordBytesLaws
{
    [Fact]
    public void What_was_packed_is_read_again()
    {
        SomeRecord.Gen.Sample(record => ShouldBe(RecordBytes.Unpack(RecordBytes.Pack(record)), record), iter: 500);
        ShouldBe(RecordBytes.Unpack(RecordBytes.Pack(SomeRecord.Of(1, 200, 200))), SomeRecord.Of(1, 200, 200));
        ShouldBe(RecordBytes.Unpack(RecordBytes.Pack(SomeRecord.Of(1, 0, 1))), SomeRecord.Of(1, 0, 1));
    }

    [Fact]
    public void A_slot_takes_59_bytes_a_category_16_and_the_page_131()
    {
        SomeRecord.Gen.Sample(record => RecordBytes.Pack(record).Length.ShouldBe(131 + 16 * record.Categories.Length + 59 * record.Slots.Length), iter: 100);
    }

    [Fact]
    public void Bytes_cut_short_or_added_are_refused()
    {
        Gen.Select(SomeRecord.Gen, Gen.Double[0, 1], Gen.Int[1, 9]).Sample((record, cut, more) =>
        {
            var bytes = RecordBytes.Pack(record);
            Should.Throw<InvalidDataException>(() => RecordBytes.Unpack(bytes.AsSpan(0, (int)(cut * (bytes.Length - 1)))));
            Should.Throw<InvalidDataException>(() => RecordBytes.Unpack([.. bytes, .. new byte[more]]));
        });
        var small = RecordBytes.Pack(SomeRecord.Of(1, 2, 2));
        for (var length = 0; length < small.Length; length++)
            Should.Throw<InvalidDataException>(() => RecordBytes.Unpack(small.AsSpan(0, length)));
    }

    [Fact]
    public void Any_bytes_are_refused_or_read_as_what_packs_to_them()
    {
        Gen.Byte.Array[0, 400].Sample(bytes => { _ = ShouldBeSafe(bytes); }, iter: 2_000);
        var read = 0;
        Gen.Select(SomeRecord.Gen, Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 3]).Sample(
            (record, changes) =>
            {
                var bytes = RecordBytes.Pack(record);
                foreach (var (at, value) in changes)
                    bytes[at % bytes.Length] = value;
                if (ShouldBeSafe(bytes))
                    Interlocked.Increment(ref read);
            },
            iter: 2_000);
        read.ShouldBeInRange(500, 1_990);
    }

    [Fact]
    public void Another_version_is_refused_by_its_number()
    {
        var bytes = RecordBytes.Pack(SomeRecord.Of(1, 2, 2));
        bytes[0] = 7;
        Should.Throw<InvalidDataException>(() => RecordBytes.Unpack(bytes)).Message.ShouldContain("version 7");
    }

    [Fact]
    public void A_record_that_could_not_be_read_again_is_not_packed()
    {
        var record = SomeRecord.Of(1, 5, 3);
        var other = record.Slots[0] with { CategorySlot = record.Categories[^1] + 1 };
        Should.Throw<ArgumentException>(() => RecordBytes.Pack(record with { Slots = [other] }));
        Should.Throw<ArgumentException>(() => RecordBytes.Pack(record with { Slots = [.. Enumerable.Repeat(record.Slots[0], 256)] }));
        Should.Throw<ArgumentException>(() => RecordBytes.Pack(record with { Click = record.Click with { ByCategory = [] } }));
        Should.Throw<ArgumentException>(() => RecordBytes.Pack(record with { Order = record.Order with { ByMatch = new float[7] } }));
    }

    // True if the bytes were read.
    private static bool ShouldBeSafe(byte[] bytes)
    {
        AllocationRecord record;
        try
        {
            record = RecordBytes.Unpack(bytes);
        }
        catch (InvalidDataException)
        {
            return false;
        }

        RecordBytes.Pack(record).ShouldBe(bytes);
        for (var i = 0; i < record.Slots.Length; i++)
            ExplainRecord.At(record, i).Terms.Count.ShouldBeGreaterThanOrEqualTo(4);
        return true;
    }

    private static void ShouldBe(AllocationRecord read, AllocationRecord record)
    {
        (read.FirstSlot, read.Matched).ShouldBe((record.FirstSlot, record.Matched));
        read.Slots.ShouldBe(record.Slots);
        read.Categories.ShouldBe(record.Categories);
        foreach (var (a, b) in new[] { (read.Click, record.Click), (read.Inquiry, record.Inquiry), (read.Order, record.Order) })
        {
            (a.Base, a.BetaSquared).ShouldBe((b.Base, b.BetaSquared));
            a.ByCategory.ShouldBe(b.ByCategory);
            a.ByMatch.ShouldBe(b.ByMatch);
        }
    }
}
