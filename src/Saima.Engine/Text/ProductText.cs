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

    /// <summary>Reads the text of one field, without making one string of it.</summary>
    internal static void AppendTo(FieldTerms terms, Product product, string categoryPath, Field field)
    {
        switch (field)
        {
            case Field.Keywords:
                for (var i = 0; i < product.Keywords.Count; i++)
                    AppendLine(terms, product.Keywords[i], "");
                break;
            case Field.Attributes:
                for (var i = 0; i < product.Attributes.Count; i++)
                    AppendLine(terms, product.Attributes[i].Key, product.Attributes[i].Value);
                break;
            default:
                terms.Append(Of(product, categoryPath, field));
                break;
        }
    }

    private static void AppendLine(FieldTerms terms, string name, string value)
    {
        terms.Append(name);
        terms.Append(value);
        terms.EndLine();
    }
}
