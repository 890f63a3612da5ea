using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Saima.Bench.Results;

/// <summary>What was measured on which processor, on which day? As a file to commit and as a table to show.</summary>
public sealed record ResultFile(string Cpu, DateOnly Date, IReadOnlyList<Figure> Figures)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file of ours, never a web page: µ stays µ
    };

    /// <summary>What a committed file says.</summary>
    public static ResultFile Read(FileInfo file) =>
        JsonSerializer.Deserialize<ResultFile>(File.ReadAllText(file.FullName), Json) ?? throw new BenchFailure($"{file.FullName} holds no results");

    /// <summary>
    /// These results put into those of before: figures of the parts that ran now, and of the same names, are replaced where they
    /// stand; all others stay, with the day of their own.
    /// </summary>
    /// <exception cref="BenchFailure">The earlier results are those of another processor.</exception>
    public ResultFile Over(ResultFile earlier)
    {
        if (earlier.Cpu != Cpu)
            throw new BenchFailure($"the file holds results of {earlier.Cpu}; this is {Cpu}");
        var (fresh, merged) = (Figures.ToLookup(figure => figure.Part), new List<Figure>());
        var left = fresh.Select(part => part.Key).ToHashSet();
        foreach (var figure in earlier.Figures)
        {
            var namesake = Figures.FirstOrDefault(other => other.Name == figure.Name) ?? Figures.FirstOrDefault(other => other.Part is not null && other.Part == figure.Part);
            if (namesake is null)
                merged.Add(figure with { Date = figure.Date ?? (earlier.Date == Date ? null : earlier.Date) });
            else if (left.Remove(namesake.Part))
                merged.AddRange(fresh[namesake.Part]);
        }

        return this with { Figures = [.. merged, .. Figures.Where(figure => left.Contains(figure.Part))] };
    }

    public void Write(FileInfo file)
    {
        file.Directory!.Create();
        File.WriteAllText(file.FullName, JsonSerializer.Serialize(this, Json) + "\n");
    }

    /// <summary>As the README shows it.</summary>
    public string Table()
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{Cpu}, {Date:yyyy-MM-dd}").AppendLine().AppendLine("| what | figure |").AppendLine("|---|---|");
        foreach (var figure in Figures)
            table.AppendLine(CultureInfo.InvariantCulture, $"| {figure.Name} | {figure.Text} |");
        return table.ToString();
    }
}
