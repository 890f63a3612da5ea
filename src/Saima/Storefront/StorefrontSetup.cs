using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Saima.Storefront.Pictures;
using Saima.Storefront.Visits;
using Saima.Storefront.Window;

namespace Saima.Storefront;

/// <summary>What does a program need to show the buyers' pages?</summary>
public static class StorefrontSetup
{
    /// <summary>Pages, words, and the window through which they see the market.</summary>
    public static IServiceCollection AddStorefront(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(LanguageChoice.Configure);
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormMessages>();
        // 中文 as itself: as numeric references a page is three times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddRazorPages(options => options.RootDirectory = "/Storefront")
            .AddMvcOptions(options => options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true)
            .AddViewOptions(options => options.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Words)));
        services.AddSingleton<Phrases>();
        services.AddSingleton<Shelves>();
        services.AddSingleton<ShowHome>();
        services.AddSingleton<ShowResults>();
        services.AddSingleton<ShowProducts>();
        services.AddSingleton<ShowRule>();
        services.AddSingleton<TakeVisits>();
        services.AddSingleton<MarketWindow>();
        return services;
    }

    /// <summary>Puts the pages, their static files and their small endpoints in place.</summary>
    public static void UseStorefront(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.Use(LeaveToPrograms);
        app.UseRequestLocalization();
        app.Use(LanguageChoice.Remember);
        app.UseWhen(BelongsToAVisit, pages => pages.UseMiddleware<VisitCookie>());
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapPictures();
        app.MapSeen();
    }

    // What other programs read has problem details in place of pages.
    private static Task LeaveToPrograms(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return next(context);
    }

    private static bool BelongsToAVisit(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null
        || context.Request.Path.StartsWithSegments(SeenEndpoint.Path, StringComparison.Ordinal);
}
