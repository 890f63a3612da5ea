using Saima.Engine.Catalogue;

namespace Saima.Hosting;

/// <summary>Where does the engine's catalogue lie between two runs, so that the next one is ready in seconds?</summary>
/// <remarks>Never needed: whatever is wrong with the file, the database is read instead. One caller at a time.</remarks>
/// <param name="folder">The market's data folder.</param>
public sealed class EngineFile(DirectoryInfo folder)
{
    public const string FileName = "engine.snapshot";

    /// <summary>What is being written; left behind by a process that was killed.</summary>
    public const string UnfinishedName = FileName + ".new";

    private string Path => System.IO.Path.Combine(folder.FullName, FileName);

    private string Unfinished => System.IO.Path.Combine(folder.FullName, UnfinishedName);

    /// <summary>The catalogue's sequence that the file contains; null if there is none that can be used.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Bytes of the file; 0 if there is none.</summary>
    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <summary>What was saved, or why it cannot be used; null if nothing was.</summary>
    public CatalogueFileAnswer? Read()
    {
        try
        {
            Discard(Unfinished);
            if (!File.Exists(Path))
                return null;
            using var stream = new FileStream(Path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
            var answer = CatalogueFile.Read(stream, CatalogueFile.Stamp);
            Sequence = answer.Saved?.Sequence;
            return answer;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new CatalogueFileAnswer(null, e.Message);
        }
    }

    /// <summary>Takes the file away: it belongs to another history of the catalogue, or nobody can read it.</summary>
    public void Remove()
    {
        Sequence = null;
        Discard(Path);
    }

    /// <summary>Saves a snapshot. Until it is whole and on the disk, the old file stays.</summary>
    /// <exception cref="IOException">There is no room, or the folder cannot be written.</exception>
    public void Write(Snapshot snapshot)
    {
        try
        {
            using (var stream = new FileStream(Unfinished, Options()))
            {
                CatalogueFile.Write(snapshot, stream, CatalogueFile.Stamp);
                stream.Flush(flushToDisk: true);
            }

            File.Move(Unfinished, Path, overwrite: true);
            Sequence = snapshot.Sequence;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(Unfinished);
            throw e as IOException ?? new IOException(e.Message, e);
        }
    }

    private static void Discard(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It stays, and is written over or refused once more.
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
