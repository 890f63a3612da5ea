using CsCheck;
using Saima.Engine.Catalogue;
using Saima.Storefront;

namespace Saima.Tests.Storefront;

public sealed class AddressTests
{
    [Fact]
    public void Category_is_read_back_from_its_address()
    {
        var name = Gen.Char["aZ 中é&?#%+/\"<'."].Array[1, 8].Select(chars => new string(chars).Trim())
            .Where(n => n.Length > 0 && n is not "." and not ".." && !n.Contains("%2", StringComparison.Ordinal));
        name.Array[1, 4].Sample(names =>
        {
            var path = string.Join(Category.Separator, names);
            var route = string.Join('/', CategoryUrl.Of(path)["/category/".Length..].Split('/')
                .Select(s => Uri.UnescapeDataString(s.Replace("%2F", "%252F", StringComparison.Ordinal))));
            CategoryUrl.Read(route).ShouldBe(path);
        }, iter: 500);
    }

    [Fact]
    public void Link_says_all_that_is_asked_and_nothing_else()
    {
        new SearchAsk { Query = "bed & <sofa>", Countries = ["CN", "PL"], CheckedOnly = true, MaxPrice = 12.5m, MaxMoq = 100, Cursor = "x=" }.LinkFrom("/search")
            .ShouldBe("/search?q=bed%20%26%20%3Csofa%3E&country=CN&country=PL&checked=true&maxPrice=12.5&maxMoq=100&cursor=x%3D");
        new SearchAsk().LinkFrom("/category/A").ShouldBe("/category/A");
    }
}
