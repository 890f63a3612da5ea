using Saima.Demo;
using Saima.Import;
using Spectre.Console;

namespace Saima.CommandLine;

/// <summary>Puts the small made-up market into an empty one, and shows that it is at work.</summary>
public sealed class FillDemo(PutDocuments put, IAnsiConsole console, TimeProvider time)
{
    /// <summary>Fills it.</summary>
    /// <exception cref="ImportFailure">The market refused a document of its own demo.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var answers = await console.Status().StartAsync(
            "Making a small market to try: 300 suppliers, 4,000 products …",
            _ => new DemoMarket(new DemoOptions(today)).PutAsync(put, cancel));
        if (answers.SelectMany(answer => answer.Refusals).FirstOrDefault() is { } refusal)
            throw new ImportFailure($"the made-up market does not fit the contract: {refusal}");
        console.WriteLine("A small made-up market is in place: 300 suppliers, 4,000 products, all invented.");
    }
}
