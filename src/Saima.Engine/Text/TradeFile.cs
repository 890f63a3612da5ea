using System.Reflection;

namespace Saima.Engine.Text;

/// <summary>What do the word lists say that are part of the program? Lines of fields, comments left out.</summary>
internal static class TradeFile
{
    /// <summary>The lines of <c>Trade/name</c>, each cut at its tabs; none if there is no such file.</summary>
    public static List<string[]> Read(string name)
    {
        var lines = new List<string[]>();
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Trade/{name}");
        if (stream is null)
            return lines;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                lines.Add(line.Split('\t'));
        }

        return lines;
    }
}
