using System.Text;

namespace Saima.Fuzz;

/// <summary>What might somebody send who means no good, or whose line is bad? Inputs bent at random, the same for the same seed.</summary>
/// <param name="seeds">Inputs to begin with, at least one.</param>
/// <param name="seed">Decides everything.</param>
public sealed class Mutations(IReadOnlyList<byte[]> seeds, int seed)
{
    /// <summary>Bytes of the longest input.</summary>
    public const int Longest = 2000;

    private const int MostChanges = 6;

    private readonly Random _random = new(seed);

    /// <summary>The queries of the trade that come with the program.</summary>
    public static IReadOnlyList<byte[]> Shipped()
    {
        using var file = typeof(Mutations).Assembly.GetManifestResourceStream("queries.txt")!;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>One more.</summary>
    public byte[] Next()
    {
        var bytes = Any().ToList();
        for (var changes = _random.Next(1, MostChanges + 1); changes > 0; changes--)
            Change(bytes);
        return [.. bytes.Take(Longest)];
    }

    private void Change(List<byte> bytes)
    {
        switch (_random.Next(5))
        {
            case 0:
                bytes.Insert(_random.Next(bytes.Count + 1), (byte)_random.Next(256));
                break;
            case 1:
                var (from, length) = Piece(bytes.Count);
                bytes.RemoveRange(from, length);
                break;
            case 2:
                var other = Any();
                (from, length) = Piece(other.Length);
                bytes.InsertRange(_random.Next(bytes.Count + 1), other[from..(from + length)]);
                break;
            case 3 when bytes.Count > 0:
                bytes[_random.Next(bytes.Count)] ^= (byte)(1 << _random.Next(8));
                break;
            case 4 when bytes.Count < Longest:
                (from, length) = Piece(bytes.Count);
                bytes.InsertRange(from, bytes.GetRange(from, length));
                break;
        }
    }

    private byte[] Any() => seeds[_random.Next(seeds.Count)];

    private (int From, int Length) Piece(int whole)
    {
        var from = _random.Next(whole + 1);
        return (from, _random.Next(whole - from + 1));
    }
}
