using System.Text;
using Saima.Engine.Catalogue;

namespace Saima.Engine.Text;

/// <summary>What text of a product is searched, field by field?</summary>
public static class ProductText
{
    /// <summary>The text of one field as the analyser gets it; parts are set apart by a line feed.</summary>
    public static string Of(Product product, string categoryPath, Field field) => field switch
    {
        Field.Title => product.Title,
        Field.Keywords => string.Join('\n', product.Keywords),
        Field.Category => categoryPath,
        Field.Attributes => AttributesOf(product),
        _ => product.Description,
    };

    private static string AttributesOf(Product product)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in product.Attributes)
            text.Append(name).Append(' ').Append(value).Append('\n');
        return text.ToString();
    }
}
