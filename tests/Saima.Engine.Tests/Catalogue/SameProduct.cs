using Saima.Engine.Catalogue;

namespace Saima.Engine.Tests.Catalogue;

/// <summary>Do two listings say the same, list by list?</summary>
internal static class SameProduct
{
    public static bool Of(Product? a, Product? b) =>
        a is null || b is null
            ? a is null && b is null
            : a.Keywords.SequenceEqual(b.Keywords) && a.Attributes.SequenceEqual(b.Attributes)
                && a with { Keywords = b.Keywords, Attributes = b.Attributes } == b;
}
