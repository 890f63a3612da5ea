using Saima.Import;
using Spectre.Console;

namespace Saima.Tests.Import;

public sealed class ImportProgressTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void Pace_tells_share_speed_and_what_is_left()
    {
        var pace = new ImportPace(1_000, _clock);
        _clock.Advance(TimeSpan.FromSeconds(30));
        pace.Read(250);
        for (var row = 0; row < 3_000; row++)
            pace.Row();
        pace.Bad();

        pace.ToString().ShouldBe("25 % · 3,000 rows · 100 rows/s · 1 bad lines · 1 min 30 s left");
    }

    [Fact]
    public void Nothing_is_foretold_before_anything_was_read() =>
        new ImportPace(1_000, _clock).ToString().ShouldBe("0 % · 0 rows · 0 rows/s · 0 bad lines");

    [Fact]
    public async Task Without_a_terminal_a_line_comes_every_few_seconds()
    {
        var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Interactive = InteractionSupport.No });

        await new ImportProgress(console, _clock).ShowAsync("all.ndjson", 10_000, pace =>
        {
            for (var row = 1; row <= 2_560; row++)
            {
                if (row % 256 == 0)
                    _clock.Advance(TimeSpan.FromSeconds(2));
                pace.Row();
            }

            return Task.FromResult(0);
        });

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines.ShouldAllBe(line => line.StartsWith("all.ndjson: "));
    }
}
