using CsCheck;

namespace Saima.Tests.Crash;

/// <summary>What was learned while it happened is what the log teaches afterwards, to the bit.</summary>
public sealed class LiveAndReplayLaws
{
    private const int Happenings = 150;

    [Fact]
    public Task Live_learning_replay_and_a_restart_in_the_middle_give_the_same_weights() =>
        Gen.Int[0, 1_000_000].SampleAsync(
            seed => WithFolderAsync(async folder =>
            {
                var (clock, random) = (new HandClock(), new Random(seed));
                var traffic = new Traffic(seed, clock);
                var market = new LearningMarket(folder, clock);
                try
                {
                    for (var i = 0; i < Happenings; i++)
                    {
                        await traffic.HappenAsync(market);
                        market.Log.Refuses = random.Next(10) == 0;
                        if (random.Next(4) == 0)
                            await market.StepAsync();
                        if (random.Next(50) > 0)
                            continue;
                        await market.DisposeAsync();
                        market = new LearningMarket(folder, clock);
                    }

                    market.Log.Refuses = false;
                    (await market.StepAsync()).ShouldBeTrue();
                    market.Engine.Exposures.Given.ShouldBe(traffic.Given.Slots, "every place that was given was learned, once");
                    market.Engine.Current.LearnedThrough.ShouldBe(market.Log.LastSequence);
                    market.ReplayedDigest().ShouldBe(market.Engine.LearnedDigest);
                }
                finally
                {
                    await market.DisposeAsync();
                }
            }),
            iter: 25,
            threads: 1);

    [Fact]
    public Task A_boundary_that_cannot_be_written_loses_nothing_and_changes_nothing() =>
        Gen.Int[0, 1_000_000].SampleAsync(
            async seed => (await DigestAsync(seed, refusesAtTimes: true)).ShouldBe(await DigestAsync(seed, refusesAtTimes: false)),
            iter: 10,
            threads: 1);

    [Fact]
    public async Task Digest_tells_two_histories_apart() =>
        (await DigestAsync(1, refusesAtTimes: false)).ShouldNotBe(await DigestAsync(2, refusesAtTimes: false));

    // A step that is refused is made again at the same moment: the log then holds the same boundaries as if nothing had been.
    private static async Task<string> DigestAsync(int seed, bool refusesAtTimes)
    {
        var digest = "";
        await WithFolderAsync(async folder =>
        {
            var (clock, random) = (new HandClock(), new Random(seed));
            var traffic = new Traffic(seed, clock);
            await using var market = new LearningMarket(folder, clock);
            for (var i = 0; i < Happenings; i++)
            {
                await traffic.HappenAsync(market);
                market.Log.Refuses = refusesAtTimes && i % 3 == 0;
                if (random.Next(4) == 0 && !await market.StepAsync())
                {
                    market.Log.Refuses = false;
                    (await market.StepAsync()).ShouldBeTrue();
                }
            }

            digest = market.Engine.LearnedDigest;
        });
        return digest;
    }

    private static async Task WithFolderAsync(Func<string, Task> work)
    {
        var folder = Directory.CreateTempSubdirectory("saima-laws-");
        try
        {
            await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
