using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Arrows;

public sealed class RoomCyclesTests
{
    [Fact]
    public void Rooms_of_market_and_program_do_not_go_in_a_circle() => RoomCycles.Find(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_circle_of_three_rooms_is_found()
    {
        RepositoryFile[] files =
        [
            new("src/Saima.Market/Orders/A.cs", "using Saima.Market.Inquiries;\nclass Order;"),
            new("src/Saima.Market/Inquiries/B.cs", "using Saima.Market.Accounts;\nclass Inquiry;"),
            new("src/Saima.Market/Accounts/C.cs", "using Saima.Market.Orders;\nclass Account;"),
        ];

        var found = RoomCycles.Find(files).ToList();

        found.Count.ShouldBe(3);
        found[0].Message.ShouldContain("Accounts → Orders");
    }

    [Fact]
    public void A_chain_is_no_circle()
    {
        RepositoryFile[] files =
        [
            new("src/Saima.Market/Orders/A.cs", "using Saima.Market.Inquiries;\nclass Order;"),
            new("src/Saima.Market/Inquiries/B.cs", "using Saima.Market.Accounts;\nclass Inquiry;"),
            new("src/Saima.Market/Accounts/C.cs", "class Account;"),
        ];

        RoomCycles.Find(files).ShouldFindNothing();
    }
}
