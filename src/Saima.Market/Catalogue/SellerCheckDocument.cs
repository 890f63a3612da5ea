using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>One checked fact about a supplier as the contract writes it.</summary>
public sealed record SellerCheckDocument(string What, string? By, DateOnly On, DateOnly? Until)
{
    public SellerCheck ToEngine() => new(What, By, On, Until);

    internal static SellerCheckDocument? Read(FieldReader fields)
    {
        var what = fields.RequiredText("what", 100);
        var by = fields.Text("by", 200);
        var on = fields.Day("on", DocumentDates.Earliest, fields.Dates.LatestDay);
        var until = fields.Day("until", DocumentDates.Earliest, DocumentDates.Latest);
        if (on is null && !fields.Has("on"))
            fields.Refuse("on", FieldReader.Required);
        if (until < on)
            fields.Refuse("until", "must not be before on");

        return what is null || on is null ? null : new SellerCheckDocument(what, by, on.Value, until);
    }
}
