namespace Saima.Tests.Browser;

/// <summary>Who shares the one Chromium?</summary>
[CollectionDefinition(Chromium.Room)]
public sealed class ChromiumRoom : ICollectionFixture<Chromium>;
