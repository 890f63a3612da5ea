using System.Resources;
using Microsoft.Extensions.Localization;
using Saima.CommandLine;
using Spectre.Console;

[assembly: NeutralResourcesLanguage("en")]
// The assembly is called saima, its resources Saima.…: without this the words are not found.
[assembly: RootNamespace("Saima")]

return await new SaimaCommand(
    new RunServe(AnsiConsole.Console).RunAsync,
    new ImportIntoMarket(AnsiConsole.Console, Console.Error).RunAsync,
    Console.Out,
    Console.Error).RunAsync(args, Environment.GetEnvironmentVariable(ServeOptions.AdminKeyVariable), CancellationToken.None);
