using Saima.CommandLine;

var errors = Console.Error;
return await new SaimaCommand(
    (options, _) => NotYetAsync($"serve on {options.Urls}"),
    (options, _) => NotYetAsync($"import {options.File.Name}"),
    Console.Out,
    errors).RunAsync(args, Environment.GetEnvironmentVariable(ServeOptions.AdminKeyVariable), CancellationToken.None);

async Task<int> NotYetAsync(string what)
{
    await errors.WriteLineAsync($"saima: cannot {what}: this build has no market behind the command line; take a later one");
    return ExitCode.Failed;
}
