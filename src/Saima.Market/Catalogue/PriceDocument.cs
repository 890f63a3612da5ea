using Saima.Engine.Catalogue;

namespace Saima.Market.Catalogue;

/// <summary>An asking price as the contract writes it: whole units of the currency, rounded to millionths.</summary>
public sealed record PriceDocument(decimal Min, decimal Max, string Currency, string Unit)
{
    /// <summary>The highest price that is taken, in units of the currency.</summary>
    public const decimal MaxAmount = DocumentLimits.LargestAmount;

    public const string DefaultUnit = "piece";

    private const decimal MicrosPerUnit = 1_000_000m;

    public PriceBand ToEngine() => new((long)(Min * MicrosPerUnit), (long)(Max * MicrosPerUnit), Currency, Unit);

    public static PriceDocument? Of(PriceBand? band) =>
        band is null ? null : new PriceDocument(band.MinMicros / MicrosPerUnit, band.MaxMicros / MicrosPerUnit, band.Currency, band.Unit);

    /// <summary>Without <c>max</c> the price is one price; without <c>unit</c> it is per piece.</summary>
    internal static PriceDocument? Read(FieldReader fields)
    {
        var min = fields.Amount("min", MaxAmount);
        var max = fields.Has("max") ? fields.Amount("max", MaxAmount) : min;
        var currency = fields.Currency("currency");
        var unit = fields.Text("unit", 20) ?? DefaultUnit;
        if (min > max)
            fields.Refuse("min", "must not be greater than max");

        return min is null || max is null || currency is null ? null : new PriceDocument(min.Value, max.Value, currency, unit);
    }
}
