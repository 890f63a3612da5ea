using System.Text.Json;

namespace Saima.Import;

/// <summary>Here is one object of a map file; what is written under which key, and which keys mean nothing?</summary>
/// <remarks>Faults are collected, not thrown, so that one run names all of them. Every key that was asked for is known;
/// <see cref="RefuseTheRest"/> names all others.</remarks>
public sealed class MapNode(JsonElement element, string path, List<string> faults)
{
    private readonly List<string> _known = [];

    public string Path { get; } = path;

    public JsonElement Element { get; } = element;

    public void Fault(string what) => faults.Add($"{(Path.Length == 0 ? "the map" : Path)}: {what}");

    /// <summary>The node under a key, or null if the key is absent or null.</summary>
    public MapNode? Child(string key)
    {
        _known.Add(key);
        return Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null
            ? new MapNode(value, Path.Length == 0 ? key : $"{Path}.{key}", faults)
            : null;
    }

    public bool IsObject(string meaning)
    {
        if (Element.ValueKind == JsonValueKind.Object)
            return true;
        Fault($"must be an object: {meaning}");
        return false;
    }

    /// <summary>The items of a list; a single value counts as a list of one.</summary>
    public IReadOnlyList<MapNode> Items() => Element.ValueKind == JsonValueKind.Array
        ? [.. Element.EnumerateArray().Select((item, index) => new MapNode(item, $"{Path}[{index}]", faults))]
        : [this];

    public string? Text()
    {
        if (Element.ValueKind == JsonValueKind.String)
            return Element.GetString();
        Fault("must be a text");
        return null;
    }

    public string? Text(string key) => Child(key)?.Text();

    public IReadOnlyList<string> Texts(string key) => Child(key)?.Items().Select(item => item.Text()).OfType<string>().ToList() ?? [];

    public bool Flag(string key)
    {
        var node = Child(key);
        if (node is not null && node.Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            node.Fault("must be true or false");
        return node?.Element.ValueKind == JsonValueKind.True;
    }

    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string key)
    {
        var node = Child(key);
        if (node is null || !node.IsObject("old text to new text"))
            return [];
        return [.. node.Element.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, node.Text(pair.Name) ?? ""))];
    }

    public void RefuseTheRest()
    {
        if (Element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in Element.EnumerateObject().Where(property => !_known.Contains(property.Name, StringComparer.Ordinal)))
        {
            var near = _known.MinBy(known => Distance(known, property.Name));
            var hint = near is not null && Distance(near, property.Name) <= 2 ? $"did you mean '{near}'" : $"known here: {string.Join(", ", _known)}";
            faults.Add($"{(Path.Length == 0 ? "" : Path + ".")}{property.Name}: there is no such key; {hint}");
        }
    }

    /// <summary>Levenshtein's distance, with the case of letters left aside.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[other.Length];
    }
}
