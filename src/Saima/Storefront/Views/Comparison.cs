namespace Saima.Storefront.Views;

/// <summary>How does a stage of this product compare with the same stage of its category?</summary>
public enum Comparison
{
    /// <summary>The uncertainty is larger than the difference: too few looks to judge.</summary>
    Unknown,

    /// <summary>Clearly lower.</summary>
    Below,

    /// <summary>About the same.</summary>
    Usual,

    /// <summary>Clearly higher.</summary>
    Above,
}
