namespace Saima.CommandLine;

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
