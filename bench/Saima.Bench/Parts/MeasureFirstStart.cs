using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Saima.Bench.Market;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>How long does somebody wait between the first command and the first page? And between the second and its page?</summary>
public static class MeasureFirstStart
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        var folder = market.NewFolder();
        var first = await UntilPageAsync(market, folder);
        var second = await UntilPageAsync(market, folder);
        return
        [
            Figure.Of("First start", first.TotalSeconds, 1, "s", "serve --demo in an empty folder until the first page: 300 suppliers and 4,000 products made, stored and loaded"),
            Figure.Of("Start of a market that is there", second.TotalSeconds, 1, "s", "the same folder again"),
        ];
    }

    private static async Task<TimeSpan> UntilPageAsync(BenchMarket market, DirectoryInfo folder)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var child = Process.Start(new ProcessStartInfo(Program(market))
        {
            ArgumentList = { "serve", "--demo", "--data", folder.FullName, "--urls", url },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        try
        {
            await WaitForPageAsync(url, start);
            return Stopwatch.GetElapsedTime(start);
        }
        finally
        {
            child.Kill();
            await child.WaitForExitAsync();
        }
    }

    private static async Task WaitForPageAsync(string url, long start)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(Pause);
        while (Stopwatch.GetElapsedTime(start) < Patience)
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

    private static string Program(BenchMarket market)
    {
        var program = Path.Combine(market.Files.Root.FullName, "src", "Saima", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "saima.exe" : "saima");
        return File.Exists(program) ? program : throw new BenchFailure($"there is no {program}: build with -c Release");
    }
}
