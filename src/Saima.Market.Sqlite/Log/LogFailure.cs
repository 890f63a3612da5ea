using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;
using SQLitePCL;

namespace Saima.Market.Sqlite.Log;

/// <summary>What went wrong with the log's files, in words that say what to do?</summary>
internal static class LogFailure
{
    /// <summary>True for what the disk, the folder or a file did; false for a mistake in the program, which is not dressed up.</summary>
    public static bool IsOfStorage(Exception e) => e is SqliteException or IOException or UnauthorizedAccessException;

    /// <summary>The failure for the caller; anything that is not of the storage is handed back as it is.</summary>
    /// <param name="path">The segment or folder that was in use.</param>
    public static Exception Explain(Exception e, string path) => e switch
    {
        SqliteException sqlite => new LogUnavailableException(Sentence(sqlite, path), sqlite),
        IOException or UnauthorizedAccessException => new LogUnavailableException(
            $"The log at {path} cannot be reached ({e.Message.TrimEnd('.')}): check that the folder exists and that this user may write to it.", e),
        _ => e,
    };

    private static string Sentence(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk is full: the log at {path} cannot grow. Free space on that disk; the log goes on by itself.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"The log at {path} may not be written: give this user the right to write to the folder and its files.",
        raw.SQLITE_CANTOPEN => $"The log at {path} cannot be opened: check that the folder exists, that this user may write to it and that the disk has space.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"The log's segment {path} is damaged ({e.Message}): restore this file from a backup, or move it out of the folder to go on without that day.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"Another program holds the log's segment {path}: end it, then send the call again.",
        raw.SQLITE_IOERR => $"The disk reported an error at {path} ({e.Message}): check the disk and its free space; the log goes on when it answers again.",
        _ => $"The log's segment {path} cannot be used ({e.Message}).",
    };
}
