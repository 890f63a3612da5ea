using CsCheck;
using Saima.Import;
using Saima.Market;

namespace Saima.Tests.Import;

public sealed class SlugTests
{
    [Theory]
    [InlineData("be quiet!", "be-quiet")]
    [InlineData("Vogel's Höfe", "vogel-s-hofe")]
    [InlineData("3M", "3m")]
    public void Name_keeps_its_letters(string name, string slug) => Slug.Of(name).ShouldBe(slug);

    [Fact]
    public void Names_in_other_scripts_keep_apart() =>
        new[] { "宁波恒达", "广州恒达", "宁波 Hengda", "广州 Hengda", new string('x', 90), new string('x', 91) }.Select(Slug.Of).Distinct().Count().ShouldBe(6);

    [Fact]
    public void Slug_is_an_id_and_its_own_slug() =>
        Gen.String.Sample(name => Slug.Of(name) is var slug && CallerId.IsValid(slug) && Slug.Of(slug) == slug);
}
