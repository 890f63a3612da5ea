using System.IO.Compression;

namespace Saima.Import;

/// <summary>What kind of file is this, and how are its lines read?</summary>
public static class ImportSource
{
    private static readonly string[] Tables = [".csv", ".tsv", ".xlsx", ".xls"];

    /// <summary>The file's lines; <paramref name="read"/> hears how many bytes of the file were taken, compressed as they are.</summary>
    /// <exception cref="ImportFailure">The file is not there, or of a kind that is not read.</exception>
    public static Stream Open(FileInfo file, Action<long> read)
    {
        var name = IsZipped(file.Name) ? Path.GetFileNameWithoutExtension(file.Name) : file.Name;
        if (Tables.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase))
            throw new ImportFailure($"CSV and XLSX are not read yet: save {file.Name} as NDJSON (one JSON object a line) and import that");
        try
        {
            var counted = new CountedStream(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true), read);
            return IsZipped(file.Name) ? new GZipStream(counted, CompressionMode.Decompress) : counted;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new ImportFailure($"{file.Name} cannot be opened: {missing.Message}", missing);
        }
    }

    private static bool IsZipped(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
}
