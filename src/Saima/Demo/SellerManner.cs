namespace Saima.Demo;

/// <summary>In which manner does one supplier write and price all its listings?</summary>
/// <param name="Pattern">Picks its favourite pattern of a title.</param>
/// <param name="Headlines">Writes Headline Capitals.</param>
/// <param name="Extra">What it adds to every title, or null.</param>
/// <param name="PriceLevel">1 = as dear as its trade.</param>
internal sealed record SellerManner(int Pattern, bool Headlines, string? Extra, double PriceLevel);
