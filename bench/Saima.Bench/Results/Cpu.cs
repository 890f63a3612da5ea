namespace Saima.Bench.Results;

/// <summary>On what was it measured?</summary>
public static class Cpu
{
    private const string Listing = "/proc/cpuinfo";

    /// <summary>The processor as it names itself, and how many of its cores there are for us.</summary>
    public static string Name() => $"{Model()}, {Environment.ProcessorCount} cores";

    private static string Model()
    {
        var line = File.Exists(Listing) ? File.ReadLines(Listing).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString();
    }
}
