using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class RoomChaptersTests
{
    private static readonly RepositoryFile Book = new("ARCHITECTURE.md", "# House\n## Saima.Engine: the allocator\n### Race: who stands where?\n## Saima.Market\n### Traffic\n");

    private static readonly RepositoryFile Page = new("docs/rooms/engine-race.md", "# Race\n");

    [Fact]
    public void Every_room_has_its_chapter_and_its_page() => RoomChapters.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_room_with_both_is_fine() => RoomChapters.Find([Book, Page, new("src/Saima.Engine/Race/A.cs", "")]).ShouldFindNothing();

    [Fact]
    public void A_chapter_on_another_storey_does_not_count() =>
        RoomChapters.Find([Book, Page, new("docs/rooms/market-race.md", ""), new("src/Saima.Market/Race/A.cs", "")]).ShouldFind(0, "no chapter \"Race\" under \"Saima.Market\"");

    [Fact]
    public void A_room_without_a_page_is_found() => RoomChapters.Find([Book, new("src/Saima.Engine/Race/A.cs", "")]).ShouldFind(0, "is missing");

    [Fact]
    public void A_page_that_is_too_long_is_found() =>
        RoomChapters.Find([Book, new("docs/rooms/engine-race.md", new string('\n', 61))]).ShouldFind(0, "61 lines");

    [Fact]
    public void Names_of_pages_follow_storey_and_room()
    {
        RoomChapters.PageOf("Saima", "CommandLine").ShouldBe("docs/rooms/saima-commandline.md");
        RoomChapters.PageOf("Saima.Market.Sqlite", "Log").ShouldBe("docs/rooms/market-sqlite-log.md");
    }
}
