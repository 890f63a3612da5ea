using Saima.Demo;

namespace Saima.Bench.Queries;

/// <summary>How does a hurried visitor write this word?</summary>
public static class Misspelling
{
    /// <summary>Shortest word that is worth a correction.</summary>
    public const int Shortest = 5;

    private const int LongEnoughForTwo = 8;

    /// <summary>One letter wrong, missing, too many or in the wrong place; two of these in one of three long words.</summary>
    public static string Of(string word, DrawStream draw)
    {
        var once = Slip(word, draw);
        return word.Length >= LongEnoughForTwo && draw.Below(3) == 0 ? Slip(once, draw) : once;
    }

    // The first letter stays: hardly anybody gets it wrong.
    private static string Slip(string word, DrawStream draw)
    {
        var at = draw.Between(1, word.Length - 2);
        var letter = (char)('a' + draw.Below(26));
        return draw.Below(4) switch
        {
            0 => word[..at] + letter + word[(at + 1)..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + letter + word[at..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }
}
