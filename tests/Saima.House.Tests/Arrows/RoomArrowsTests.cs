using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

public sealed class RoomArrowsTests
{
    private static readonly RepositoryFile RaceRow = new("src/Saima.Engine/Race/RaceRow.cs", "namespace Saima.Engine.Race;\npublic sealed record RaceRow;\n");

    private static readonly RepositoryFile Snapshot =
        new("src/Saima.Engine/Catalogue/Snapshot.cs", "namespace Saima.Engine.Catalogue;\npublic sealed record Snapshot;\n");

    private static readonly RepositoryFile Product =
        new("src/Saima.Engine/Catalogue/Product.cs", "namespace Saima.Engine.Catalogue;\npublic sealed record Product;\n");

    [Fact]
    public void Rooms_of_the_engine_use_only_what_the_table_allows() => RoomArrows.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_forbidden_using_is_found() =>
        RoomArrows.Find([RaceRow, .. Verdict.At("src/Saima.Engine/Text/A.cs", "using Saima.Engine.Race;\n")]).ShouldFind(1, "Text must not use Race");

    [Theory]
    [InlineData("namespace Saima.Engine.Text;\nclass A { Saima.Engine.Race.RaceRow? Row; }")]
    [InlineData("namespace Saima.Engine.Text;\nclass A { Engine.Race.RaceRow? Row; }")]
    [InlineData("namespace Saima.Engine.Text;\nclass A { Race.RaceRow? Row; }")]
    [InlineData("namespace Saima.Engine.Text;\nclass A { object Row = Race.RaceRow.None; }")]
    public void A_forbidden_name_without_using_is_found(string text) =>
        RoomArrows.Find([RaceRow, .. Verdict.At("src/Saima.Engine/Text/A.cs", text)]).ShouldContain(found => found.Line == 2 && found.Message.Contains("Text must not use Race"));

    [Fact]
    public void A_text_that_uses_more_of_the_catalogue_than_its_rows_is_found() =>
        RoomArrows.Find([Snapshot, Product, .. Verdict.At("src/Saima.Engine/Text/A.cs", "using Saima.Engine.Catalogue;\nclass A { Snapshot? All; }\n")])
            .ShouldFind(2, "not Snapshot");

    [Fact]
    public void A_text_may_use_the_rows_of_the_catalogue() =>
        RoomArrows.Find([Snapshot, Product, .. Verdict.At("src/Saima.Engine/Text/A.cs", "using Saima.Engine.Catalogue;\nclass A { Product? One; }\n")])
            .ShouldFindNothing();

    [Fact]
    public void A_room_that_uses_the_allocator_is_found()
    {
        var allocator = new RepositoryFile("src/Saima.Engine/Allocator.cs", "namespace Saima.Engine;\npublic sealed class Allocator;\n");
        RoomArrows.Find([allocator, .. Verdict.At("src/Saima.Engine/Catalogue/A.cs", "namespace Saima.Engine.Catalogue;\nclass A(Allocator a);\n")])
            .ShouldFind(2, "Catalogue must not use (root)");
    }

    [Fact]
    public void A_room_that_nobody_placed_is_found() =>
        RoomArrows.Find(Verdict.At("src/Saima.Engine/Cellar/A.cs", "class A;")).ShouldFind(0, "without a line");
}
