using Saima.Market.Tests.Log;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Saima.Market.Tests;

/// <summary>Is this process the tests, or the writer that one of them is about to kill?</summary>
internal static class TestProgram
{
    public static async Task<int> Main(string[] args)
    {
        if (Environment.GetEnvironmentVariable(CrashChild.FolderVariable) is { Length: > 0 } folder)
        {
            await CrashChild.Write(folder);
            return 0;
        }
        // As xunit's own entry point does it: a test platform's server asks with --server, a person gets the console.
        return Array.Exists(args, arg => arg is "--server" or "--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
