using System.CommandLine;
using Saima.Import;

namespace Saima.CommandLine;

/// <summary>Reads <c>saima import</c>; where the documents go, its caller says.</summary>
public static class ImportCommand
{
    public static Command Build(Func<ImportOptions, CancellationToken, Task<int>> import)
    {
        var what = new Argument<string>("what") { Description = "sellers or products" };
        what.AcceptOnlyFromAmong("sellers", "products");
        var file = new Argument<FileInfo>("FILE") { Description = "One JSON object a line (.ndjson, .jsonl, also .gz)" };
        var map = new Option<FileInfo?>("--map") { Description = "How the file's fields become the contract's (docs/import.md)", HelpName = "MAP.json" };
        var data = Shared.Data();
        var database = Shared.Database();
        var command = new Command("import", "Bring a file of sellers or products into the market") { what, file, map, data, database };
        command.SetAction((said, cancellation) =>
        {
            var kind = string.Equals(said.GetValue(what), "sellers", StringComparison.Ordinal) ? DocumentKind.Seller : DocumentKind.Product;
            return import(new ImportOptions(kind, said.GetValue(file)!, said.GetValue(map), said.GetValue(data), said.GetValue(database)), cancellation);
        });
        return command;
    }
}
