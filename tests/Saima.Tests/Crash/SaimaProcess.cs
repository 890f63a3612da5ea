using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Saima.Bench.Market;

namespace Saima.Tests.Crash;

/// <summary>The real program as it was built, in a process of its own.</summary>
internal sealed class SaimaProcess : IAsyncDisposable
{
    /// <summary>Far more than any start takes, even on a busy machine: what hangs fails, what is slow does not.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>A key with all scopes.</summary>
    public const string AdminKey = "a-key-of-the-crash-tests";

    private readonly Process _process;
    private readonly Task<string> _errors;
    private Task<string>? _rest;

    private SaimaProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it with these arguments.</summary>
    public static SaimaProcess Start(params string[] arguments) => new(Process.Start(new ProcessStartInfo(Program(), arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        Environment = { ["SAIMA_ADMIN_KEY"] = null },
    })!);

    /// <summary>Starts a market on a folder and waits until it is open.</summary>
    public static async Task<SaimaProcess> ServeAsync(string folder, int port)
    {
        var program = Start("serve", "--data", folder, "--urls", Url(port), "--admin-key", AdminKey);
        await program.UntilOpenAsync();
        return program;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string[] Errors)> RunAsync(params string[] arguments)
    {
        await using var program = Start(arguments);
        program._rest = program._process.StandardOutput.ReadToEndAsync();
        await program._process.WaitForExitAsync().WaitAsync(Patience);
        return (program._process.ExitCode, (await program._errors).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public static string Url(int port) => $"http://127.0.0.1:{port}";

    /// <summary>A port of this machine that nobody listens on at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        await _errors;
        if (_rest is not null)
            await _rest;
        _process.Dispose();
    }

    private async Task UntilOpenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (!line.Contains("Ctrl+C", StringComparison.Ordinal))
                continue;
            _rest = _process.StandardOutput.ReadToEndAsync(); // a full pipe would stop the program
            return;
        }

        throw new InvalidOperationException("the program ended before it was open: " + await _errors);
    }

    // Built of the same configuration as the tests.
    private static string Program()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var name = OperatingSystem.IsWindows() ? "saima.exe" : "saima";
        return Path.Combine(IcecatFiles.Find().Root.FullName, "src", "Saima", "bin", configuration, "net10.0", name);
    }
}
