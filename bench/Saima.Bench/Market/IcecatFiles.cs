namespace Saima.Bench.Market;

/// <summary>Where do the real products, their ratings and their map lie?</summary>
/// <remarks>The data lie in a folder <c>shared/data</c> beside the repository, or beside a folder that holds it; nothing of them is kept here.</remarks>
/// <param name="Root">The repository.</param>
/// <param name="Folder">The folder of the data; may be absent.</param>
public sealed record IcecatFiles(DirectoryInfo Root, DirectoryInfo Folder)
{
    public FileInfo Products => new(Path.Combine(Folder.FullName, "products-19k.jsonl.gz"));

    public FileInfo Ratings => new(Path.Combine(Folder.FullName, "Broad_Query_Set_rated.csv"));

    public FileInfo Map => new(Path.Combine(Root.FullName, "docs", "import", "icecat.map.json"));

    /// <summary>True if there is something to measure on.</summary>
    public bool Exist => Products.Exists && Ratings.Exists;

    public static IcecatFiles Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Saima.slnx")))
            root = root.Parent ?? throw new BenchFailure("run it from a checkout: there is no Saima.slnx above the program");
        IcecatFiles files;
        var above = root.Parent;
        do
        {
            files = new IcecatFiles(root, new DirectoryInfo(Path.Combine(above!.FullName, "shared", "data", "chorus-icecat")));
            above = above.Parent;
        }
        while (!files.Exist && above is not null);

        return files;
    }
}
