using System.Text.Json;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

/// <summary>What was measured, in which unit, and how is it written for people?</summary>
internal sealed record Figure(string Name, decimal Value, string Unit, string Text);

/// <summary>What does a committed file of results say?</summary>
internal sealed record Measurement(string Cpu, string Date, List<Figure> Figures)
{
    public static Measurement Read(RepositoryFile file)
    {
        using var document = JsonDocument.Parse(file.Text);
        var root = document.RootElement;
        return new Measurement(Text(root, "cpu"), Text(root, "date"), [.. root.GetProperty("figures").EnumerateArray().Select(ReadFigure)]);
    }

    private static Figure ReadFigure(JsonElement figure) =>
        new(Text(figure, "name"), figure.GetProperty("value").GetDecimal(), Text(figure, "unit"), Text(figure, "text"));

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
}
