using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Saima.Bench.Market;

/// <summary>The program as it was built, serving a folder in a process of its own: how long until its first page, how much memory at most?</summary>
public sealed class ProgramRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly Process _process;

    private ProgramRun(Process process) => _process = process;

    /// <summary>From the start of the process until its first page.</summary>
    public TimeSpan UntilPage { get; private set; }

    /// <summary>Starts <c>saima serve</c> and waits for its first page.</summary>
    public static async Task<ProgramRun> ServeAsync(DirectoryInfo root, DirectoryInfo folder, params string[] more)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        var run = new ProgramRun(Process.Start(new ProcessStartInfo(Program(root), ["serve", .. more, "--data", folder.FullName, "--urls", url])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!);
        try
        {
            await run.WaitForPageAsync(url, start);
            run.UntilPage = Stopwatch.GetElapsedTime(start);
            return run;
        }
        catch (Exception)
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>What all its threads together have worked so far: less moved by whatever else the machine does.</summary>
    public TimeSpan Worked => _process.TotalProcessorTime;

    /// <summary>Most bytes of memory that it held at once so far; 0 where the system does not say.</summary>
    public long PeakBytes()
    {
        var status = $"/proc/{_process.Id}/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
        return line is null ? 0 : 1024 * long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    /// <summary>Asks it to end as a system does that shuts down, and waits until it has.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> StopAsync()
    {
        var start = Stopwatch.GetTimestamp();
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
        return Stopwatch.GetElapsedTime(start);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task WaitForPageAsync(string url, long start)
    {
        using var client = new HttpClient { Timeout = Patience };
        using var timer = new PeriodicTimer(Pause);
        while (Stopwatch.GetElapsedTime(start) < Patience && !_process.HasExited)
        {
            try
            {
                if ((await client.GetAsync(new Uri(url))).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await timer.WaitForNextTickAsync();
        }

        throw new BenchFailure($"no page at {url} within {Patience}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Program(DirectoryInfo root)
    {
        var program = Path.Combine(root.FullName, "src", "Saima", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "saima.exe" : "saima");
        return File.Exists(program) ? program : throw new BenchFailure($"there is no {program}: build with -c Release");
    }
}
