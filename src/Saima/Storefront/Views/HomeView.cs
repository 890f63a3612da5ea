namespace Saima.Storefront.Views;

/// <summary>What stands in the market today, for someone who has not asked for anything yet?</summary>
/// <param name="Categories">The top categories, largest first, each with its largest children.</param>
/// <param name="Examples">Queries that find something here.</param>
public sealed record HomeView(int Products, int Suppliers, IReadOnlyList<CategoryView> Categories, IReadOnlyList<string> Examples);
