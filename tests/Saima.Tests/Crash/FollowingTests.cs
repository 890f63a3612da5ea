using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Saima.Bench.Market;
using Saima.Market;
using Saima.Market.Policies;
using Saima.Market.Traffic;

namespace Saima.Tests.Crash;

public sealed class FollowingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saima-follow-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Tables_that_cannot_be_used_for_a_while_do_not_end_the_engine()
    {
        await using var market = await RunningMarket.OpenAsync(_folder, TimeProvider.System);
        var heard = new Listener();
        using var loop = new LiveEngineLoop(market.Engine, market.Get<CurrentPolicy>(), market.Get<OutboxRelay>(), TimeProvider.System, heard);
        await RenameAsync(market, "Outbox", "Gone");

        await loop.StartAsync(TestContext.Current.CancellationToken);
        (await Task.WhenAny(heard.Reason, loop.ExecuteTask!).WaitAsync(SaimaProcess.Patience)).ShouldBe(heard.Reason);
        (await heard.Reason).ShouldContain("Outbox");
        loop.ExecuteTask!.IsCompleted.ShouldBeFalse();

        await RenameAsync(market, "Gone", "Outbox");
        await loop.StopAsync(TestContext.Current.CancellationToken);
        await loop.BeatAsync(TestContext.Current.CancellationToken);
        loop.Lag.ShouldNotBeNull("it has taken a whole step");
    }

    private static async Task RenameAsync(RunningMarket market, string from, string to)
    {
        await using var db = await market.Get<IDbContextFactory<MarketDb>>().CreateDbContextAsync();
        var sql = $"ALTER TABLE {from} RENAME TO {to}";
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private sealed class Listener : ILogger<LiveEngineLoop>
    {
        private readonly TaskCompletionSource<string> _reason = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Reason => _reason.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _reason.TrySetResult(formatter(state, exception));
    }
}
