namespace Saima.Bench.World;

/// <summary>Which word that nobody knows has this number? Brands, series and the long tail of a vocabulary.</summary>
public static class MadeUpWords
{
    /// <summary>Numbers from 0 to one below this have different words.</summary>
    public const int Most = 1_000_000;

    private const string Consonants = "bcdfghjklmnpqrtvwxyz";
    private const string Vowels = "aeiou";
    private const string Endings = "nrxlt";
    private const int Syllables = 100;

    /// <summary>Three syllables of two letters each and an ending; never the plural of another.</summary>
    public static string At(int number)
    {
        // An odd factor that 5 does not divide permutes the numbers, so that neighbours do not look alike.
        var scrambled = (int)((long)number * 618_033 % Most);
        return string.Create(7, scrambled, static (word, left) =>
        {
            for (var at = 0; at < 6; at += 2, left /= Syllables)
            {
                var syllable = left % Syllables;
                (word[at], word[at + 1]) = (Consonants[syllable / 5], Vowels[syllable % 5]);
            }

            word[6] = Endings[(word[0] + word[2] + word[4]) % Endings.Length];
        });
    }
}
