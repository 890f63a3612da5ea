using Microsoft.Data.Sqlite;
using Saima.Market.Traffic;
using SQLitePCL;

namespace Saima.Market.Sqlite;

/// <summary>Did the disk fail, or the program? What the disk did passes; the same call may be sent again.</summary>
public static class StorageTrouble
{
    /// <summary>What stands in the way and what to do about it, in one line; null if the failure is not the storage's.</summary>
    public static string? In(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is LogUnavailableException log)
                return log.Message;
            if (cause is SqliteException sqlite && Words(sqlite) is { } words)
                return words;
        }

        return null;
    }

    private static string? Words(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => "the disk of the data folder is full: free space on it and try again",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "market.db may not be written: give this user the right to write to the data folder and its files",
        raw.SQLITE_CANTOPEN => "market.db cannot be opened: check that the data folder exists, that this user may write to it and that the disk has space",
        raw.SQLITE_IOERR => $"the disk reported an error at market.db ({e.Message}): check the disk and its free space",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another program holds market.db: end it and try again",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "market.db is damaged: restore it from a backup",
        _ => null,
    };
}
