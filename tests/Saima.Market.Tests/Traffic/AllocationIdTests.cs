using CsCheck;
using Saima.Market.Traffic;

namespace Saima.Market.Tests.Traffic;

public sealed class AllocationIdTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    private static Gen<AllocationId> Ids =>
        Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new AllocationId(new UInt128(high, low)));

    [Fact]
    public void Written_id_reads_back_as_itself() => Ids.Sample(id =>
    {
        AllocationId.TryParse(id.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(id);
        id.ToString().Length.ShouldBe(AllocationId.TextLength);
    });

    [Fact]
    public void Whatever_reads_as_an_id_is_its_only_spelling() => Gen.String[Gen.Char["0123456789abcdefghjkmnpqrstvwxyzAOLIU-"], 28, 28].Sample(text =>
    {
        if (AllocationId.TryParse("a-" + text[2..], out var id)) id.ToString().ShouldBe("a-" + text[2..]);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-")]
    [InlineData("b-00000000000000000000000000")]
    [InlineData("a-0000000000000000000000000")]
    [InlineData("a-000000000000000000000000000")]
    [InlineData("a-80000000000000000000000000")]
    [InlineData("a-0000000000000000000000000A")]
    [InlineData("a-0000000000000000000000000o")]
    [InlineData("a-0000000000000000000000000é")]
    public void Misspelt_id_is_refused(string? text) => AllocationId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Layout_is_millis_then_counter_then_mac()
    {
        var mint = new AllocationIdMint(Key, TimeProvider.System, first: 0);
        mint.Next(1_000_000).ShouldNotBe(default);
        var second = mint.Next(1_000_999);

        second.AtMillis.ShouldBe(1000);
        ((int)(second.Value >> 56) & 0xFFFFFF).ShouldBe(1);
        // HMAC-SHA256 under 01…20 of 0000000003e8000001, first seven bytes (openssl dgst -sha256 -mac HMAC).
        ((ulong)second.Value & 0xFF_FFFF_FFFF_FFFFUL).ShouldBe(0x5b9c0b75317d2bUL);
    }

    [Fact]
    public void Id_of_another_key_or_with_any_bit_turned_has_no_valid_mac()
    {
        var id = new AllocationIdMint(Key, TimeProvider.System).Next(1_795_000_000_000_000);
        id.HasValidMac(Key).ShouldBeTrue();
        id.HasValidMac(new byte[32]).ShouldBeFalse();
        for (var bit = 0; bit < 128; bit++) new AllocationId(id.Value ^ (UInt128.One << bit)).HasValidMac(Key).ShouldBeFalse($"bit {bit}");
    }

    [Fact]
    public void Ids_of_a_mint_rise_and_never_repeat_even_when_the_clock_goes_back() =>
        Gen.Long[0, 5_000].Array[1, 200].Sample(clock =>
        {
            var mint = new AllocationIdMint(Key, TimeProvider.System);
            var ids = clock.Select(mint.Next).ToArray();
            ids.ShouldBe(ids.OrderBy(id => id.Value));
            ids.Distinct().Count().ShouldBe(ids.Length);
        });

    [Fact]
    public void Mints_before_and_after_a_restart_do_not_repeat_when_the_clock_was_set_back()
    {
        var ids = Enumerable.Range(0, 20).SelectMany(_ =>
        {
            var mint = new AllocationIdMint(Key, TimeProvider.System);
            return Enumerable.Range(0, 20).Select(_ => mint.Next(1_000_000)).ToList();
        });
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Ids_of_one_millisecond_overflow_into_the_next()
    {
        var mint = new AllocationIdMint(Key, TimeProvider.System, first: (1 << 24) - 2);
        var last = mint.Next(0);
        var next = mint.Next(0);
        last.AtMillis.ShouldBe(0);
        next.AtMillis.ShouldBe(1);
        next.HasValidMac(Key).ShouldBeTrue();
    }

    [Fact]
    public void Mint_reads_its_clock()
    {
        var clock = new Log.StillClock(DateTimeOffset.FromUnixTimeMilliseconds(1_795_000_000_123));
        new AllocationIdMint(Key, clock).Next().AtMillis.ShouldBe(1_795_000_000_123);
    }
}
