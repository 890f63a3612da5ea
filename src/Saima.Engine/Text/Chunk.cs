namespace Saima.Engine.Text;

/// <summary>What kind of thing is a chunk, as far as its neighbours matter?</summary>
[Flags]
internal enum ChunkTraits : byte
{
    None = 0,

    /// <summary>Holds a digit and is nothing but a few ASCII letters and digits: dv7, 1211ea, M3, 50.</summary>
    Code = 1,

    /// <summary>One to three ASCII letters that no English word is: DN, PN, M.</summary>
    Letters = 2,

    /// <summary>A number and nothing else; it is also a code if it has no point.</summary>
    Number = 4,

    /// <summary>Written like a unit: cm, V, inch, 毫米.</summary>
    Unit = 8,

    /// <summary>Stands between two measures: x, ×.</summary>
    Times = 16,

    Cyrillic = 32,
    Arabic = 64,
    Han = 128,
}

/// <summary>A chunk as it was read: its terms, the one term that may stand for them, and who would write it.</summary>
/// <param name="Start">Where its terms begin in the reader's list.</param>
/// <param name="Count">How many terms it has.</param>
/// <param name="Joined">The term of its parts put together; −1 = none.</param>
/// <param name="Quantity">The term of a number and its unit; −1 = it is none.</param>
/// <param name="Traits">What kind of thing it is.</param>
/// <param name="Languages">Bit n: language n has words for it; only of Latin script.</param>
internal readonly record struct Chunk(int Start, int Count, int Joined, int Quantity, ChunkTraits Traits, byte Languages)
{
    public bool Is(ChunkTraits traits) => (Traits & traits) != ChunkTraits.None;
}
