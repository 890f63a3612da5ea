namespace Saima.Tests.Api;

/// <summary>A clock that stands still until the test moves it.</summary>
public sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; private set; } = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Now += time;
}
