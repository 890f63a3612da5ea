using System.Diagnostics;
using Saima.Bench.Market;
using Saima.Bench.Results;

namespace Saima.Bench.Parts;

/// <summary>What do vector instructions bring? The same races in a process that has none, and here once more, one after the other.</summary>
public static class MeasureWithoutVectors
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchMarket market)
    {
        var with = await RacesAsync(market, "1");
        var without = await RacesAsync(market, "0");
        return [Figure.Of("Races without vector instructions", (double)(without / with), 2, "× the pace", "DOTNET_EnableHWIntrinsic=0")];
    }

    private static async Task<decimal> RacesAsync(BenchMarket market, string vectors)
    {
        var results = new FileInfo(Path.Combine(market.NewFolder().FullName, "races.json"));
        var imported = await market.ImportedAsync();
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "races", "--out", results.FullName, "--market", imported.FullName },
            Environment = { ["DOTNET_EnableHWIntrinsic"] = vectors },
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
            throw new BenchFailure("the process without vector instructions failed");
        return ResultFile.Read(results).Figures.Single(figure => figure.Name == MeasureRaces.PaceName).Value;
    }
}
