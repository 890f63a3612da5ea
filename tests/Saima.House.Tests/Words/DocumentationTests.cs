using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

public sealed class DocumentationTests
{
    [Fact]
    public void Every_public_type_says_what_it_answers() => PublicSummaries.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void No_documentation_tag_is_empty_or_repeats_the_name() => DocumentationTags.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("public sealed class Slate;")]
    [InlineData("/// <summary>A slate</summary>\npublic sealed class Slate;")]
    [InlineData("// What stands where on a page?\npublic sealed class Slate;")]
    [InlineData("/// <remarks>Places, top first.</remarks>\npublic enum Slate;")]
    [InlineData("public delegate void Slate();")]
    public void A_public_type_without_a_sentence_is_found(string text) =>
        PublicSummaries.Find(Verdict.At("src/Saima.Engine/Race/Slate.cs", text)).ShouldHaveSingleItem().Message.ShouldStartWith("Slate does not say");

    [Theory]
    [InlineData("/// <summary>What stands where on a page?</summary>\npublic sealed class Slate;")]
    [InlineData("/// <summary>\n/// What stands where on a <see cref=\"Page\"/>.\n/// </summary>\npublic sealed class Slate;")]
    [InlineData("internal sealed class Slate;")]
    public void A_sentence_or_an_inner_type_is_fine(string text) =>
        PublicSummaries.Find(Verdict.At("src/Saima.Engine/Race/Slate.cs", text)).ShouldFindNothing();

    [Fact]
    public void A_partial_type_needs_to_say_it_once() =>
        PublicSummaries.Find(
            [
                new("src/Saima/Api/A.cs", "/// <summary>Which calls are there?</summary>\npublic static partial class Calls;"),
                new("src/Saima/Api/B.cs", "public static partial class Calls;"),
            ]).ShouldFindNothing();

    [Theory]
    [InlineData("""/// <param name="slot"></param>""", "empty")]
    [InlineData("/// <returns> </returns>", "empty")]
    [InlineData("/// <summary/>", "empty")]
    [InlineData("""/// <param name="productSlot">The product slot.</param>""", "repeats")]
    [InlineData("/// <summary>The race row.</summary>", "repeats")]
    public void A_tag_that_says_nothing_is_found(string tag, string message) =>
        DocumentationTags.Find(Verdict.At("src/Saima.Engine/Race/A.cs", $"{tag}\nclass RaceRow {{ }}")).ShouldFind(1, message);

    [Fact]
    public void A_tag_that_says_something_is_fine() =>
        DocumentationTags.Find(Verdict.At("src/Saima.Engine/Race/A.cs", "/// <param name=\"slot\">1-based.</param>\nclass A { }")).ShouldFindNothing();
}
