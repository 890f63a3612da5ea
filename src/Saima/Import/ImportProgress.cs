using Spectre.Console;

namespace Saima.Import;

/// <summary>What does the person at the terminal see while a file is read? A bar on a terminal; elsewhere a line every few seconds.</summary>
public sealed class ImportProgress(IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Shows the pace of some work from its begin to its end.</summary>
    /// <param name="what">Shown before the numbers: the file's name.</param>
    /// <param name="totalBytes">What will be read in all passes together.</param>
    /// <param name="work">Reads the file and reports to the pace it is given.</param>
    public async Task<T> ShowAsync<T>(string what, long totalBytes, Func<ImportPace, Task<T>> work)
    {
        var pace = new ImportPace(totalBytes, time);
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? await BarAsync(what, pace, work)
            : await LinesAsync(what, pace, work);
    }

    private Task<T> BarAsync<T>(string what, ImportPace pace, Func<ImportPace, Task<T>> work) =>
        console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(Markup.Escape(what), maxValue: 1);
                pace.News = () =>
                {
                    bar.Value = pace.Share;
                    bar.Description = Markup.Escape($"{what} · {pace}");
                };
                return await work(pace);
            });

    private async Task<T> LinesAsync<T>(string what, ImportPace pace, Func<ImportPace, Task<T>> work)
    {
        var shown = TimeSpan.Zero;
        pace.News = () =>
        {
            if (pace.Elapsed - shown < BetweenLines)
                return;
            shown = pace.Elapsed;
            console.WriteLine($"{what}: {pace}");
        };
        return await work(pace);
    }
}
