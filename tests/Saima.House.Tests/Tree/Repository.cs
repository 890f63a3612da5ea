namespace Saima.House.Tests.Tree;

/// <summary>Which text files does this repository have?</summary>
internal static class Repository
{
    private static readonly string[] SkippedFolders =
        [".git", ".vs", ".idea", "bin", "obj", "node_modules", "TestResults", "artifacts", "BenchmarkDotNet.Artifacts"];

    private static readonly string[] BinaryEndings = [".png", ".jpg", ".ico", ".woff2", ".gz", ".db", ".xlsx"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file, in order of path.</summary>
    public static IReadOnlyList<RepositoryFile> Files { get; } = Read();

    /// <summary>Hand-written C# of src, tests and bench.</summary>
    public static IEnumerable<RepositoryFile> Code => Files.Where(file => file.IsHandWritten);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Saima.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No Saima.slnx at or above {AppContext.BaseDirectory}: run the house tests from a checkout.");
    }

    private static List<RepositoryFile> Read()
    {
        var files = new List<RepositoryFile>();
        Gather(new DirectoryInfo(Root), files);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    private static void Gather(DirectoryInfo folder, List<RepositoryFile> into)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            if (entry is DirectoryInfo below)
            {
                if (!SkippedFolders.Contains(below.Name) && path != "data")
                    Gather(below, into);
            }
            else if (entry.Name != ".git" && !BinaryEndings.Contains(entry.Extension))
            {
                into.Add(new RepositoryFile(path, File.ReadAllText(entry.FullName)));
            }
        }
    }
}
