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
