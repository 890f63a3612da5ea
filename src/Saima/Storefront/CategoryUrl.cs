using Saima.Engine.Catalogue;

namespace Saima.Storefront;

/// <summary>How is a category's path written in an address, and read back?</summary>
public static class CategoryUrl
{
    /// <summary>The address of the category's page; a slash inside a name stays escaped.</summary>
    public static string Of(string path) =>
        "/category/" + string.Join('/', path.Split(Category.Separator).Select(Uri.EscapeDataString));

    /// <summary>The category's path from the part of the address behind <c>/category/</c>, in which only the slash is still escaped.</summary>
    public static string Read(string route) =>
        string.Join(Category.Separator, route.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)));
}
