using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Saima.Api.Allocations;
using Saima.Api.Callers;
using Saima.Api.Catalogue;
using Saima.Api.Events;
using Saima.Api.Health;
using Saima.Api.Policies;
using Saima.Api.Problems;
using Saima.Api.Reading;
using Saima.Api.Reference;

namespace Saima.Api;

/// <summary>What does a program need to answer other programs?</summary>
public static class ApiSetup
{
    /// <summary>Where the contract's calls begin.</summary>
    public const string Root = "/api";

    /// <summary>Limits, the form of JSON, and the document that describes the calls.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // 中文 as itself; nothing here is written into a page
            json.NumberHandling = JsonNumberHandling.Strict;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        });
        services.AddRequestRate();
        services.AddContractDocument();
        services.AddSingleton<AnswerAllocation>();
        services.AddSingleton<AnswerExplanation>();
        return services;
    }

    /// <summary>Puts the calls in place; after the storefront, whose pages must not answer for them.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseWhen(IsCall, calls =>
        {
            calls.UseMiddleware<ApiProblems>();
            calls.UseMiddleware<KeyGate>();
            calls.UseRateLimiter();
            calls.UseMiddleware<BodyLimit>();
        });
        var v1 = app.MapGroup($"{Root}/v1");
        v1.MapCategories();
        v1.MapSellers();
        v1.MapProducts();
        v1.MapAllocations();
        v1.MapExplanations();
        v1.MapEvents();
        v1.MapPolicies();
        app.MapHealth();
        app.MapContractDocument();
        app.MapContractPage();
    }

    private static bool IsCall(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
