using System.CommandLine;

namespace Saima.CommandLine;

/// <summary>With what does the market start?</summary>
public enum StartWith { WhatIsThere, Demo, Empty }

/// <summary>What was said to <c>saima serve</c>?</summary>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="Data">The folder that holds everything the embedded default writes; null = the default folder.</param>
/// <param name="Database">Connection string of a database of one's own; null = the embedded one.</param>
/// <param name="AdminKey">An API key with all scopes, or null.</param>
public sealed record ServeOptions(string Urls, DirectoryInfo? Data, string? Database, StartWith With, string? AdminKey)
{
    public const string DefaultUrls = "http://127.0.0.1:5080";

    public const string AdminKeyVariable = "SAIMA_ADMIN_KEY";

    /// <summary>What the program does without arguments: the demo market.</summary>
    public static ServeOptions Default(string? adminKey) => new(DefaultUrls, null, null, StartWith.Demo, adminKey);
}

/// <summary>Reads <c>saima serve</c>; what serving is, its caller says.</summary>
public static class ServeCommand
{
    public static Command Build(Func<ServeOptions, CancellationToken, Task<int>> serve, string? adminKeyOfEnvironment)
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => ServeOptions.DefaultUrls, HelpName = "URL" };
        var data = Shared.Data();
        var database = Shared.Database();
        var demo = new Option<bool>("--demo") { Description = "Put the small made-up market into an empty database" };
        var empty = new Option<bool>("--empty") { Description = "Start without a product" };
        var adminKey = new Option<string?>("--admin-key") { Description = $"An API key with all scopes (or {ServeOptions.AdminKeyVariable})", HelpName = "KEY" };
        var command = new Command("serve", "Serve the market: storefront, console and HTTP interface") { urls, data, database, demo, empty, adminKey };
        command.Validators.Add(result =>
        {
            if (result.GetValue(demo) && result.GetValue(empty))
                result.AddError("--demo and --empty exclude each other: say one of them");
        });
        command.SetAction((said, cancellation) =>
        {
            var with = said.GetValue(demo) ? StartWith.Demo : said.GetValue(empty) ? StartWith.Empty : StartWith.WhatIsThere;
            var key = said.GetValue(adminKey) ?? adminKeyOfEnvironment;
            return serve(new ServeOptions(said.GetValue(urls)!, said.GetValue(data), said.GetValue(database), with, key), cancellation);
        });
        return command;
    }
}
