using Microsoft.AspNetCore.DataProtection;
using Saima.Api;
using Saima.Market.Traffic;
using Saima.Storefront;

namespace Saima.Hosting;

/// <summary>Makes the web program over an open market: the table of contents of what it serves.</summary>
public static class SaimaWeb
{
    /// <summary>Builds it, with the engine started; the caller runs it.</summary>
    /// <param name="market">The open market; the caller closes it after the program.</param>
    /// <param name="urls">Addresses to listen on, separated by semicolons.</param>
    /// <param name="configure">Changes the builder before the program is built: a test puts its server and clock in.</param>
    /// <param name="cancel">Ends the start.</param>
    public static async Task<WebApplication> BuildAsync(
        OpenMarket market, string urls, Action<WebApplicationBuilder>? configure, CancellationToken cancel)
    {
        // Pages and words lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(SaimaWeb).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);

        // It warns at every first start that its keys lie in a file; the folder is its owner's alone.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        configure?.Invoke(builder);

        await market.AddToAsync(builder.Services, cancel);
        builder.Services.AddHostedService(services => services.GetRequiredService<KeepEngineFile>()); // ended after the loop, so it has the last word
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveEngineLoop>());
        builder.Services.AddDataProtection().SetApplicationName("saima")
            .PersistKeysToFileSystem(market.KeysFolder());
        builder.Services.AddStorefront();
        builder.Services.AddApi();

        var app = builder.Build();
        await OpenMarket.StartEngineAsync(app.Services, cancel);
        app.UseStorefront();
        app.UseApi();
        return app;
    }
}
