using Saima.Import;

namespace Saima.Tests.Import;

public sealed class WordPhraseTests
{
    [Theory]
    [InlineData("toner cartridge", "HP Toner-Cartridge, black", true)]
    [InlineData("toner cartridge", "HP toner cartridges", false)]
    [InlineData("toner cartridge*", "HP toner cartridges", true)]
    [InlineData("cable", "Cables", false)]
    [InlineData("usb*cable", "USB-A to B 2 m cable", true)]
    [InlineData("usb*cable", "cable USB", false)]
    [InlineData("usb*cable", "USB hub without cables", false)]
    [InlineData("*泵", "不锈钢离心泵", true)]
    [InlineData("*泵", "泵阀", false)]
    [InlineData("*泵*", "泵阀", true)]
    [InlineData("*", "anything", true)]
    [InlineData("pc pc", "pc, PC", true)]
    public void Words_are_found_whole_unless_a_star_lifts_the_border(string phrase, string text, bool found) =>
        new WordPhrase(phrase).IsIn(WordPhrase.Normalise(text)).ShouldBe(found);
}
