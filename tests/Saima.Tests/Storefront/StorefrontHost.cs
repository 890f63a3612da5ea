using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Saima.Storefront;
using Saima.Storefront.Sample;

namespace Saima.Tests.Storefront;

/// <summary>The buyers' pages in process, once for all tests: which market stands behind them is said here and nowhere else.</summary>
public sealed class StorefrontHost : IAsyncLifetime
{
    public const string HostileTitle = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> \u202Egnp.egral\u202C 🪑";
    public const string HostileProduct = "h.1";
    public const string LongProduct = "h-2";
    public const string PlainProduct = "plain-1";

    /// <summary>A name with everything that an address might trip over.</summary>
    public const string AwkwardCategory = "Tools > A/C parts & 100 % \"spares\"";

    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "saima", ContentRootPath = AppContext.BaseDirectory, EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.WebHost.UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddStorefront();
        builder.Services.AddSingleton(new SampleMarket(
        [
            new SampleProduct { Id = HostileProduct, Title = "hostile " + HostileTitle, Category = AwkwardCategory, Seller = 3, ImageUrl = "javascript:alert(1)" },
            new SampleProduct { Id = LongProduct, Title = "hostile " + new string('W', 500), Category = "Tools", Seller = 5, ImageUrl = "https://pictures.example/a.jpg?x=\"onerror=\"alert(1)" },
            new SampleProduct { Id = PlainProduct, Title = "plain lathe", Category = "Tools", Seller = 6 },
        ]));
        _app = builder.Build();
        _app.UseStorefront();
        _app.MapGet("/api/teapot", () => Microsoft.AspNetCore.Http.Results.StatusCode(418));
        await _app.StartAsync();
    }

    /// <summary>A browser without script: keeps cookies, follows no redirects by itself.</summary>
    public Browser Browser(string language = "en") => new(_app.GetTestServer(), language);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
