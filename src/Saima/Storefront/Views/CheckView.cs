using Saima.Engine.Catalogue;

namespace Saima.Storefront.Views;

/// <summary>What was checked about a supplier, and does it still hold today?</summary>
public sealed record CheckView(SellerCheck Check, bool Holds);
