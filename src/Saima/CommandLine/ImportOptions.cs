using Saima.Import;

namespace Saima.CommandLine;

/// <summary>What was said to <c>saima import</c>?</summary>
/// <param name="Kind">Sellers or products.</param>
/// <param name="Map">How the file's records become documents of the contract; null = they are such documents already.</param>
public sealed record ImportOptions(DocumentKind Kind, FileInfo File, FileInfo? Map, DirectoryInfo? Data, string? Database);
