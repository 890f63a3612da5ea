using System.Security.Cryptography;
using Saima.Engine.Text;

namespace Saima.Engine.Catalogue;

/// <summary>How does a snapshot outlive the process? As bytes that the same program reads back in seconds, or refuses.</summary>
/// <remarks>
/// Magic, stamp of the program, sequence, then arrays as they lie in memory, then a hash of everything. It is no format to exchange and
/// no backup: what cannot be read is made again from the database. Suppliers are not in it; they are few and change.
/// </remarks>
public static class CatalogueFile
{
    private static readonly byte[] Magic = "saimacat"u8.ToArray();

    /// <summary>Of this build of the engine and of the analysers it stands on: files of any other say nothing here.</summary>
    public static byte[] Stamp { get; } = MakeStamp();

    /// <summary>Writes a snapshot; several segments become one, without the dead rows.</summary>
    /// <param name="snapshot">Is left as it is; batches may be applied meanwhile.</param>
    /// <param name="to">Where to; not closed.</param>
    /// <param name="stamp">Of the program that may read it: <see cref="Stamp"/>.</param>
    public static void Write(Snapshot snapshot, Stream to, ReadOnlySpan<byte> stamp)
    {
        var isOne = snapshot.Segments.Length == 1 && snapshot.Dead[0].Count == 0;
        var segment = isOne ? snapshot.Segments[0] : SegmentMerge.Of(snapshot.Segments, snapshot.Dead).Segment;
        using var blocks = new BlockWriter(to);
        blocks.Write<byte>(Magic);
        blocks.Write(stamp);
        blocks.Write<long>([snapshot.Sequence]);
        WriteCategories(snapshot.CategoryBySlot, blocks);
        TextBlock.Write(snapshot.Currencies, blocks);
        WriteTerms(segment.Postings, snapshot.Terms, blocks);
        SegmentBlocks.Write(segment, blocks);
        blocks.End();
    }

    /// <summary>Reads what was written, or says why it cannot be used: that is an answer and no failure.</summary>
    /// <param name="from">Where from; its length must be known.</param>
    /// <param name="stamp">Of the program that reads: <see cref="Stamp"/>.</param>
    public static CatalogueFileAnswer Read(Stream from, ReadOnlySpan<byte> stamp)
    {
        using var blocks = new BlockReader(from);
        try
        {
            if (!blocks.Read<byte>().AsSpan().SequenceEqual(Magic))
                return new CatalogueFileAnswer(null, "it is no snapshot");
            if (!blocks.Read<byte>().AsSpan().SequenceEqual(stamp))
                return new CatalogueFileAnswer(null, "another version of the program wrote it");
            return new CatalogueFileAnswer(ReadRest(blocks), null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return new CatalogueFileAnswer(null, e is InvalidDataException or EndOfStreamException ? "it was cut or changed" : e.Message);
        }
    }

    // Nothing is looked up by what was read until the hash has been compared.
    private static SavedCatalogue ReadRest(BlockReader blocks)
    {
        var sequence = blocks.Read<long>();
        var (parents, paths) = (blocks.Read<int>(), TextBlock.Read(blocks));
        var (currencies, terms) = (TextBlock.Read(blocks), TextBlock.Read(blocks));
        var segment = new SegmentBlocks(blocks);
        blocks.End();
        return new SavedCatalogue(sequence[0], CategoriesOf(parents, paths.ToStrings()), segment.ToSegment(), (currencies, terms));
    }

    private static void WriteCategories(Category[] categories, BlockWriter blocks)
    {
        var (parents, paths) = (new int[categories.Length], new string[categories.Length]);
        for (var slot = 0; slot < categories.Length; slot++)
            (parents[slot], paths[slot]) = (categories[slot].ParentSlot, categories[slot].Path);
        blocks.Write<int>(parents);
        TextBlock.Write(paths, blocks);
    }

    private static Category[] CategoriesOf(int[] parents, string[] paths)
    {
        var categories = new Category[parents.Length];
        for (var slot = 0; slot < categories.Length; slot++)
            categories[slot] = new Category(slot, paths[slot], parents[slot]);
        return categories;
    }

    private static void WriteTerms(Postings postings, TermTable terms, BlockWriter blocks)
    {
        var lengths = new int[postings.TermCount];
        var count = 0;
        for (var index = 0; index < lengths.Length; index++)
            count += lengths[index] = terms.WordOf(postings.TermAt(index)).Length;
        var characters = new char[count];
        var at = 0;
        for (var index = 0; index < lengths.Length; at += lengths[index++])
            terms.WordOf(postings.TermAt(index)).CopyTo(characters.AsSpan(at));
        blocks.Write<int>(lengths);
        blocks.Write<char>(characters);
    }

    // Another build may read a text in another way, and so may other analysers under the same build.
    private static byte[] MakeStamp()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(CatalogueFile).Module.ModuleVersionId.ToByteArray());
        foreach (var name in typeof(CatalogueFile).Assembly.GetReferencedAssemblies())
        {
            if (name.Name!.StartsWith("Lucene.", StringComparison.Ordinal))
                hash.AppendData(System.Reflection.Assembly.Load(name).ManifestModule.ModuleVersionId.ToByteArray());
        }

        return hash.GetHashAndReset();
    }
}
