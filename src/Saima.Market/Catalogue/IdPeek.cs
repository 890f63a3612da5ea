using System.Text.Json;

namespace Saima.Market.Catalogue;

/// <summary>Which document is this, even if it is broken or was cut off? So that a refusal can name it.</summary>
internal static class IdPeek
{
    private const int MaxNamed = 200;

    /// <summary>The text of that field of the outermost object, as far as the bytes can be read; null if it is not found or too long to be a name.</summary>
    public static string? Find(ReadOnlySpan<byte> utf8, string field)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals(field))
                    return reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= MaxNamed ? reader.GetString() : null;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken before the id, or the id is half a surrogate pair: then the line's number has to do.
        }

        return null;
    }
}
