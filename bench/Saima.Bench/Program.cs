using System.Data.Common;
using Saima.Bench;
using Saima.Import;

try
{
    return await new BenchCommand(Console.Out).RunAsync(BenchOptions.Parse(args, TimeProvider.System));
}
catch (Exception e) when (e is BenchFailure or ImportFailure or IOException or DbException)
{
    await Console.Error.WriteLineAsync($"bench: {e.Message}");
    return 1;
}
