using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

/// <summary>Are files short enough to be read in two minutes?</summary>
internal static class FileSizes
{
    public const int Half = 60;
    public const int NineteenOfTwenty = 220;
    public const int Most = 400;

    /// <summary>No file of ours is longer than <see cref="Most"/> lines.</summary>
    public static IEnumerable<Violation> FindLong(IEnumerable<RepositoryFile> files) => files
        .Where(file => file.IsHandWritten && file.LineCount > Most)
        .Select(file => new Violation(file.Path, 0, $"has {file.LineCount} lines; {Most} is the most"));

    /// <summary>Of the files in src, half have at most <see cref="Half"/> lines and 95 % at most <see cref="NineteenOfTwenty"/>.</summary>
    public static IEnumerable<Violation> FindShares(IEnumerable<RepositoryFile> files)
    {
        var sizes = files.Where(file => file.IsSource && file.IsHandWritten).Select(file => file.LineCount).ToList();
        if (sizes.Count(size => size > Half) * 2 > sizes.Count)
            yield return new Violation("src", 0, $"more than half of {sizes.Count} files have more than {Half} lines");
        if (sizes.Count(size => size > NineteenOfTwenty) * 20 > sizes.Count)
            yield return new Violation("src", 0, $"more than 5 % of {sizes.Count} files have more than {NineteenOfTwenty} lines");
    }
}
