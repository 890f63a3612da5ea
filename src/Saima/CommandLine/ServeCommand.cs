using System.CommandLine;

namespace Saima.CommandLine;

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
