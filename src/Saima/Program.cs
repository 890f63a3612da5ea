using System.Resources;
using Microsoft.Extensions.Localization;
using Saima.Storefront;

[assembly: NeutralResourcesLanguage("en")]
// The assembly is called saima, its resources Saima.…: without this the words are not found.
[assembly: RootNamespace("Saima")]

// Pages and words lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseStaticWebAssets();
builder.Services.AddStorefront();

var app = builder.Build();
app.UseStorefront();
await app.RunAsync();
