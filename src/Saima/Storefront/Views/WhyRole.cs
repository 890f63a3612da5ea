namespace Saima.Storefront.Views;

/// <summary>Who asks why: a buyer reads words; a supplier (of his own rows) and the operator read the numbers too.</summary>
public enum WhyRole { Buyer, Supplier, Operator }
