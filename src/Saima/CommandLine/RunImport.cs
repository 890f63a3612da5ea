using System.Globalization;
using Saima.Import;
using Spectre.Console;

namespace Saima.CommandLine;

/// <summary>Carries out <c>saima import</c> at a terminal: the bar, the bad lines by name, and the sum at the end.</summary>
/// <param name="put">The door of the market.</param>
/// <param name="console">Where progress and the sum are shown.</param>
/// <param name="errors">Where bad lines are named.</param>
public sealed class RunImport(PutDocuments put, IAnsiConsole console, TextWriter errors, TimeProvider time)
{
    /// <summary>0 if anything of the file is in the market now; 1 if nothing is.</summary>
    /// <exception cref="ImportFailure">The file or the map cannot be used; the message says what to do.</exception>
    public async Task<int> RunAsync(ImportOptions options, CancellationToken cancellation)
    {
        if (!options.File.Exists)
            throw new ImportFailure($"There is no file {options.File.FullName}: check the path");
        var import = new ImportFile(put, options.Map is null ? null : ReadImportMap.FromFile(options.Map.FullName));
        var bytes = options.File.Length * import.Passes(options.Kind);
        var report = await new ImportProgress(console, time).ShowAsync(
            options.File.Name, bytes, pace => import.RunAsync(options.Kind, options.File, pace, cancellation));
        foreach (var bad in report.BadLines)
            await errors.WriteLineAsync(bad.ToString());
        Sum(report);
        if (report.AnythingIn)
            return ExitCode.Done;
        throw new ImportFailure($"Nothing of {options.File.Name} went in: {Reason(report, options)}");
    }

    private void Sum(ImportReport report)
    {
        foreach (var (kind, answer) in report.Answers)
            console.WriteLine(Invariant($"{Words(kind)}: {answer.Accepted:N0} in, {answer.Unchanged:N0} unchanged, {answer.Rejected:N0} refused"));
        var badLines = report.BadLines.Select(bad => bad.Line).Distinct().Count();
        if (badLines > 0)
            console.WriteLine(Invariant($"{badLines:N0} bad lines stayed outside; put them right and import the file again: what is in stays as it is"));
        foreach (var (field, times) in report.Cuts)
            console.WriteLine(Invariant($"cut to the contract's limit: {field}, {times:N0} times"));
    }

    private static string Reason(ImportReport report, ImportOptions options) => (report.BadLines.Count, options.Map) switch
    {
        (0, _) => "it holds no record",
        (_, null) => "every line was refused; if its fields have other names, say which with --map (docs/import.md)",
        _ => "every line was refused; the reasons above show what the map has to say",
    };

    private static string Words(DocumentKind kind) => kind switch
    {
        DocumentKind.Seller => "sellers",
        DocumentKind.Product => "products",
        _ => "categories",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
