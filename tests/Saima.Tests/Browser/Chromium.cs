using Microsoft.Playwright;

namespace Saima.Tests.Browser;

/// <summary>One Chromium for all tests of this room; they run one after another.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Room = "Chromium";

    private const string Program = "/usr/bin/chromium";

    // As root it needs no-sandbox; the rest keeps it from asking the network for things of its own.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException($"There is no Chromium at {Program}. Debian has it: apt-get install chromium (test.sh does that by itself).");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Arguments, Timeout = Visit.PatienceMillis });
    }

    /// <summary>A visitor whom nobody has seen before.</summary>
    /// <param name="address">Where the market is.</param>
    /// <param name="options">His language, his screen; null = English on a wide one.</param>
    public async Task<Visit> NewVisitAsync(string address, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address;
        options.Locale ??= "en-GB";
        options.ViewportSize ??= new ViewportSize { Width = 1440, Height = 900 };
        return await Visit.BeginAsync(await _browser!.NewContextAsync(options));
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
