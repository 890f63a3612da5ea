using Saima.Engine;
using Saima.Engine.Catalogue;
using Saima.Engine.Retrieval;
using Saima.Engine.Text;

namespace Saima.Tests.CrossLanguage;

/// <summary>Buyers of eight languages search a market that is listed in English: is a right product among the first ten they see?</summary>
/// <remarks>The questions were written from the market's own words, without a look at the dictionary of their language.</remarks>
public sealed class CrossLanguageTests(DemoCatalogue demo) : IClassFixture<DemoCatalogue>
{
    private const int FirstScreen = 10;

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("ru")]
    [InlineData("ar")]
    [InlineData("zh")]
    public void Nine_of_ten_queries_in_another_language_show_a_right_product_on_the_first_screen(string language)
    {
        using var allocator = new Allocator();
        using var analyser = new TextAnalyser();
        var questions = ExamQuestion.In(language);
        var missed = questions.Where(question => !Answers(question, allocator, analyser)).ToList();

        Tell($"{language}: {questions.Count - missed.Count} of {questions.Count}");
        questions.Count.ShouldBe(100);
        questions.Select(question => question.Query).ShouldBeUnique();
        missed.Count.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public void Every_question_has_an_answer_in_the_market()
    {
        using var analyser = new TextAnalyser();
        var products = demo.Epoch.Snapshot.LiveProductsInAnyOrder().Select(product => (Leaf: demo.LeafOf(product), product.Title)).ToList();
        string[] languages = ["de", "fr", "es", "pt", "it", "ru", "ar", "zh"];
        languages.SelectMany(language => ExamQuestion.In(language).Select(question => (language, question)))
            .Where(one => !products.Exists(product => one.question.IsRight(product.Leaf, product.Title, analyser)))
            .Select(one => $"{one.language}: {one.question.Query} → {one.question.Leaf} [{string.Join(' ', one.question.Words)}]")
            .ShouldBeEmpty();
    }

    private bool Answers(ExamQuestion question, Allocator allocator, TextAnalyser analyser)
    {
        var page = allocator.Allocate(demo.Epoch, new AllocationRequest { Intent = new Intent { Query = question.Query }, VisitHash = 1 });
        var seen = page.Slots.Take(FirstScreen).Select(slot => demo.Epoch.Snapshot.FindProduct(slot.ProductSlot)!).ToList();
        var isRight = seen.Exists(product => question.IsRight(demo.LeafOf(product), product.Title, analyser));
        if (!isRight)
            TellWhatWasFound(question, allocator, seen);
        return isRight;
    }

    private static void TellWhatWasFound(ExamQuestion question, Allocator allocator, List<Product> seen)
    {
        var terms = Enumerable.Range(0, allocator.Terms.Count).Select(allocator.Terms.WordAt);
        Tell($"missed: {question.Query} → {question.Leaf} [{string.Join(' ', question.Words)}]: read as {string.Join(' ', terms)}, "
            + $"{allocator.Matches.Count} match, not all hold {string.Join(' ', allocator.Matches.Relaxed)}; first: {seen.FirstOrDefault()?.Title}");
    }

    private static void Tell(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
