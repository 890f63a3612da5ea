using System.CommandLine;

namespace Saima.CommandLine;

/// <summary>Which options mean the same in every command?</summary>
internal static class Shared
{
    public static Option<DirectoryInfo?> Data() =>
        new("--data") { Description = "Folder that holds everything the embedded database writes", HelpName = "DIR" };

    public static Option<string?> Database() =>
        new("--database") { Description = "Connection string of a database of your own", HelpName = "CONNECTION" };
}
