using System.Text.Json;
using Saima.Api.Problems;

namespace Saima.Api.Reading;

/// <summary>What does this JSON object say in its fields? Every wrong one is refused by its path, and so is every one that nobody asked for.</summary>
/// <remarks>A field that is null is not there. Where a misspelt field would quietly widen a search, passing over it is no kindness.</remarks>
public sealed class BodyFields(JsonElement element, string path, List<FieldError> errors)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public void Refuse(string name, string message) => errors.Add(new FieldError(path + name, message));

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Text as it stands, counted in UTF-16 code units.</summary>
    public string? Text(string name, int minLength, int maxLength)
    {
        if (Find(name) is not { } value || StringOf(name, value) is not { } text)
            return null;
        if (text.Length >= minLength && text.Length <= maxLength)
            return text;
        Refuse(name, $"must be {minLength} to {maxLength} characters");
        return null;
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Refuse(name, "must be true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    public int? Whole(string name, int min, int max)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= min && number <= max)
            return number;
        Refuse(name, $"must be a whole number from {min} to {max}");
        return null;
    }

    public decimal? Amount(string name, decimal max)
    {
        if (Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && number >= 0 && number <= max)
            return number;
        Refuse(name, Has(name) ? FormattableString.Invariant($"must be a number from 0 to {max}") : "is required");
        return null;
    }

    public IReadOnlyList<string> Texts(string name, int maxCount)
    {
        if (Find(name) is not { } value)
            return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > maxCount)
        {
            Refuse(name, $"must be a list of at most {maxCount}");
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => StringOf($"{name}[{index}]", item)).OfType<string>()];
    }

    /// <summary>Reads the object of that name, if it is there, and refuses what it holds beside what <paramref name="read"/> asked for.</summary>
    public T? Object<T>(string name, Func<BodyFields, T?> read)
        where T : class
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return Read(value, path + name + ".", errors, read);
        Refuse(name, "must be an object");
        return null;
    }

    /// <summary>Reads an object and refuses what it holds beside what <paramref name="read"/> asked for.</summary>
    public static T? Read<T>(JsonElement element, string path, List<FieldError> errors, Func<BodyFields, T?> read)
        where T : class
    {
        var fields = new BodyFields(element, path, errors);
        var document = read(fields);
        foreach (var member in element.EnumerateObject().Where(member => !fields._asked.Contains(member.Name)))
            fields.Refuse(member.Name.Length <= 100 ? member.Name : member.Name[..100], $"is not known here; known are {string.Join(", ", fields._asked)}");
        return document;
    }

    private string? StringOf(string name, JsonElement value)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String)
                return value.GetString();
            Refuse(name, "must be a text");
        }
        catch (InvalidOperationException)
        {
            Refuse(name, "must be valid Unicode: it holds half of a surrogate pair");
        }

        return null;
    }

    private JsonElement? Find(string name)
    {
        _asked.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }
}
