using System.Globalization;
using System.Text.Json.Nodes;
using Saima.Market;
using Saima.Market.Catalogue;

namespace Saima.Import;

/// <summary>Fills one document of the contract field by field: what did not fit, and what had to be cut?</summary>
internal sealed class DocumentBuilder(SourceRecord record)
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss"];
    private readonly List<FieldFault> _faults = [];
    private readonly List<string> _cuts = [];

    public JsonObject Document { get; } = [];

    public MappedDocument Finish()
    {
        var id = Document["id"]?.GetValue<string>();
        return _faults.Count == 0 ? new MappedDocument(Document, id, [], _cuts) : new MappedDocument(null, id, _faults, []);
    }

    public void Fault(string field, string message) => _faults.Add(new FieldFault(field, message));

    public void Cut(string field) => _cuts.Add(field);

    public void Id(string field, ValueRule rule)
    {
        var id = rule.Read(record);
        if (id is null)
            Fault(field, "is missing");
        else if (CallerId.IsValid(id))
            Document[field] = id;
        else
            Fault(field, $"'{PlainText.Cut(id, 80)}' is no id: 1–64 of A–Z a–z 0–9 . _ : - (\"slug\": true in the map makes one)");
    }

    public void Text(string field, ValueRule? rule, int longest, bool needed = false)
    {
        var text = rule?.Read(record);
        if (text is not null)
            Document[field] = Short(field, text, longest);
        else if (needed)
            Fault(field, "is missing");
    }

    public void Texts(string field, IReadOnlyList<ValueRule> rules, int most, int longest)
    {
        var texts = rules.SelectMany(rule => rule.ReadMany(record)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (texts.Count > most)
            Cut(field);
        if (texts.Count > 0)
            Document[field] = new JsonArray([.. texts.Take(most).Select(text => (JsonNode)Short(field, text, longest))]);
    }

    public void Choice(string field, ValueRule? rule, IReadOnlyCollection<string> choices)
    {
        var text = rule?.Read(record);
        if (text is null)
            return;
        if (choices.Contains(text))
            Document[field] = text;
        else
            Fault(field, $"'{PlainText.Cut(text, 80)}' is none of {string.Join(", ", choices)}");
    }

    public void WholeNumber(string field, ValueRule? rule, int least)
    {
        var text = rule?.Read(record);
        if (text is null)
            return;
        if (int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number >= least)
            Document[field] = number;
        else
            Fault(field, $"'{PlainText.Cut(text, 80)}' is no whole number from {least}");
    }

    /// <summary>The amount, or null: with a fault if the text is none, without if there is no text.</summary>
    public decimal? Amount(string field, ValueRule? rule)
    {
        var text = rule?.Read(record);
        if (text is null)
            return null;
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and <= DocumentLimits.LargestAmount)
            return amount;
        Fault(field, $"'{PlainText.Cut(text, 80)}' is no amount from 0, such as 1250.00");
        return null;
    }

    public void Date(string field, ValueRule? rule, string form)
    {
        var text = rule?.Read(record);
        if (text is null)
            return;
        var forms = rule!.DateFormat is { } own ? [own] : DateForms;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, Utc, out var date) && date.Year >= 1970)
            Document[field] = date.ToString(form, CultureInfo.InvariantCulture);
        else
            Fault(field, $"'{PlainText.Cut(text, 80)}' is no date like {rule.DateFormat ?? "2026-11-22"} (\"dateFormat\" in the map says another form)");
    }

    private string Short(string field, string text, int longest)
    {
        if (text.Length > longest)
            Cut(field);
        return PlainText.Cut(text, longest);
    }
}
