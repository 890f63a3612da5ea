namespace Saima.Fuzz;

/// <summary>How long is to be fuzzed, and beginning with what?</summary>
/// <param name="Seeds">Inputs to begin with.</param>
/// <param name="Inputs">How many bent ones follow.</param>
/// <param name="Seed">Decides how they are bent.</param>
internal sealed record FuzzArguments(IReadOnlyList<byte[]> Seeds, int Inputs, int Seed)
{
    private const int UsualInputs = 20_000;

    /// <summary>Reads a command line; null if it cannot be read or its folder holds no file.</summary>
    public static FuzzArguments? Read(IReadOnlyList<string> words)
    {
        var read = new FuzzArguments(Mutations.Shipped(), UsualInputs, 1);
        if (words.Count % 2 != 0)
            return null;
        for (var i = 0; i < words.Count; i += 2)
        {
            switch (words[i])
            {
                case "--corpus" when Directory.Exists(words[i + 1]):
                    read = read with { Seeds = [.. Directory.EnumerateFiles(words[i + 1]).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)] };
                    break;
                case "--inputs" when int.TryParse(words[i + 1], out var inputs):
                    read = read with { Inputs = inputs };
                    break;
                case "--seed" when int.TryParse(words[i + 1], out var seed):
                    read = read with { Seed = seed };
                    break;
                default:
                    return null;
            }
        }

        return read.Seeds.Count == 0 ? null : read;
    }
}
