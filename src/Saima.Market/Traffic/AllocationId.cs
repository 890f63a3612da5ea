using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Saima.Market.Traffic;

/// <summary>A decision's name: time-ordered, unguessable, and checkable without looking it up.</summary>
/// <remarks>
/// 128 bits: 48 of Unix milliseconds, 24 of a counter, 56 of a MAC (HMAC-SHA256 under the market's key over the first 72).
/// Written as <c>a-</c> and 26 characters of Crockford's base 32, lower case. There is one spelling of an id: upper case and
/// Crockford's look-alikes are refused, so that ids may be compared as text.
/// </remarks>
public readonly record struct AllocationId(UInt128 Value)
{
    /// <summary>Length of every written id.</summary>
    public const int TextLength = 28;

    internal const int CounterBits = 24;

    private const int MacBits = 56;
    private const ulong MacMask = (1UL << MacBits) - 1;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>When the id was made, Unix milliseconds UTC; its day names the segment of the log that holds the decision.</summary>
    public long AtMillis => (long)(Value >> (CounterBits + MacBits));

    /// <summary>False for an id that was not made under this key: made up, mistyped, or another market's.</summary>
    public bool HasValidMac(ReadOnlySpan<byte> key)
    {
        var stated = (ulong)Value & MacMask;
        return (stated ^ Mac(key, Value >> MacBits)) == 0; // no early exit: the time taken says nothing about the MAC
    }

    /// <summary>Reads the written form; says nothing about the MAC.</summary>
    public static bool TryParse(string? text, out AllocationId id)
    {
        id = default;
        if (text is not { Length: TextLength } || text[0] != 'a' || text[1] != '-' || text[2] > '7') return false;
        var value = UInt128.Zero;
        foreach (var letter in text.AsSpan(2))
        {
            var digit = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (digit < 0) return false;
            value = (value << 5) | (uint)digit;
        }
        id = new AllocationId(value);
        return true;
    }

    public override string ToString() => string.Create(TextLength, Value, static (text, value) =>
    {
        text[0] = 'a';
        text[1] = '-';
        for (var at = text.Length - 1; at >= 2; at--, value >>= 5) text[at] = Alphabet[(int)(value & 31)];
    });

    internal static AllocationId Make(ReadOnlySpan<byte> key, long millis, int counter)
    {
        var stem = ((UInt128)(ulong)millis << CounterBits) | (uint)counter;
        return new AllocationId((stem << MacBits) | Mac(key, stem));
    }

    private static ulong Mac(ReadOnlySpan<byte> key, UInt128 stem)
    {
        Span<byte> message = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(message, stem);
        HMACSHA256.HashData(key, message[7..], hash); // the stem's 72 bits are the last nine bytes
        return BinaryPrimitives.ReadUInt64BigEndian(hash) >> (64 - MacBits);
    }
}
