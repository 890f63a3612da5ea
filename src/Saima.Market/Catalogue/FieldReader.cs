using System.Globalization;
using System.Text.Json;

namespace Saima.Market.Catalogue;

/// <summary>What does this JSON object say in its fields? Every wrong one is refused by its path; reading goes on.</summary>
/// <remarks>A field that is absent or null is not there; unknown fields are passed over, so that a caller may send more than this version reads.</remarks>
internal sealed partial class FieldReader(JsonElement element, string prefix, RefusalList refusals, DocumentDates dates)
{
    public const string Required = "is required";

    public DocumentDates Dates { get; } = dates;

    public bool Has(string name) => Find(name) is not null;

    public void Refuse(string name, string message) => refusals.Add(prefix + name, message);

    public string? Id(string name)
    {
        if (String(name, required: true) is not { } text)
            return null;
        if (CallerId.IsValid(text))
            return text;

        Refuse(name, CallerId.Rule);
        return null;
    }

    public string? RequiredText(string name, int maxLength) => Clean(name, String(name, required: true), 1, maxLength, manyLines: false);

    public string? Text(string name, int maxLength) => Clean(name, String(name), 1, maxLength, manyLines: false);

    public string? ManyLines(string name, int maxLength) => Clean(name, String(name), 0, maxLength, manyLines: true);

    public string? CategoryPath(string name)
    {
        if (String(name, required: true) is not { } text)
            return null;

        var path = Catalogue.CategoryPath.Canonical(text, out var fault);
        if (fault is not null)
            Refuse(name, fault);

        return path;
    }

    public string? Country(string name) =>
        Only(name, String(name), text => text.Length == 2 && text.All(char.IsAsciiLetterUpper), "must be two upper-case letters (ISO 3166-1)");

    public string? Currency(string name) =>
        Only(name, String(name, required: true), Currencies.IsKnown, "must be three upper-case letters of ISO 4217, such as USD or CNY");

    public string? ImageUrl(string name) =>
        Only(name, Text(name, 2_000), IsImageUrl, "must be an http or https address, or a path on this site that begins with one slash");

    public T? Choice<T>(string name, params ReadOnlySpan<string> choices)
        where T : struct, Enum
    {
        if (String(name) is not { } text)
            return null;
        if (choices.Contains(text))
            return Enum.Parse<T>(text, ignoreCase: true);

        Refuse(name, $"must be one of {string.Join(", ", choices)}");
        return null;
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
        if (Find(name) is not { } value)
        {
            Refuse(name, Required);
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0 && number <= max)
            return Trimmed(decimal.Round(number, 6));

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a number from 0 to {max}"));
        return null;
    }

    public DateOnly? Day(string name, DateOnly earliest, DateOnly latest)
    {
        if (String(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= earliest && day <= latest)
            return day;

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a date yyyy-mm-dd from {earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}"));
        return null;
    }

    public DateTimeOffset? Instant(string name, DateTimeOffset latest)
    {
        if (String(name) is not { } text)
            return null;
        if (Rfc3339.TryParse(text, out var instant) && instant >= DateTimeOffset.UnixEpoch && instant <= latest)
            return UnixMicros.ToInstant(UnixMicros.From(instant));

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a time of RFC 3339 with its zone, from 1970 to {latest:yyyy-MM-ddTHH:mm:ssZ}"));
        return null;
    }

    // 1, 1.0 and 1.00 are one price, but decimal keeps its zeros and would write three documents.
    private static decimal Trimmed(decimal number) => number / 1.0000000000000000000000000000m;

    private static bool IsImageUrl(string text) =>
        text.StartsWith('/')
            ? !text.StartsWith("//", StringComparison.Ordinal) && !text.Contains('\\', StringComparison.Ordinal)
            : Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
