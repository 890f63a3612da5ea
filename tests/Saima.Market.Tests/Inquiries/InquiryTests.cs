using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Saima.Market.Catalogue;
using Saima.Market.Inquiries;

namespace Saima.Market.Tests.Inquiries;

public class InquiryTests
{
    private static readonly InquiryDraft Draft = new()
    {
        Id = "i-1",
        ProductId = "p-1",
        Message = "  Please quote 500 sets,\nFOB Ningbo. ",
        BuyerCompany = "Möbel Schmidt GmbH",
        BuyerEmail = "einkauf@moebel-schmidt.example",
        BuyerCountry = "DE",
        Quantity = 500,
        AllocationId = "a-0123",
        VisitHash = 42,
    };

    [Fact]
    public async Task An_inquiry_and_its_note_for_the_log_are_written_together()
    {
        await using var market = await Filled();

        var sent = await new SendInquiry(market.Writer, market.Clock).RunAsync(Draft);

        sent.Id.ShouldBe("i-1");
        var row = await market.AskAsync(db => db.Inquiries.SingleAsync());
        (row.Message, row.ProductSlot, row.SellerSlot, row.Quantity).ShouldBe(("Please quote 500 sets,\nFOB Ningbo.", 0, 0, 500));
        var note = (await BoxOf(market).ReadAsync(10)).ShouldHaveSingleItem();
        note.Kind.ShouldBe("inquiry");
        JsonSerializer.Deserialize<InquirySent>(note.Json, JsonColumn.Options)
            .ShouldBe(new InquirySent("i-1", UnixMicros.From(market.Clock.Now), "p-1", 0, 0, "a-0123", 42));
    }

    [Fact]
    public async Task The_note_for_the_log_names_nobody()
    {
        await using var market = await Filled();
        await new SendInquiry(market.Writer, market.Clock).RunAsync(Draft);

        var note = (await BoxOf(market).ReadAsync(10)).Single().Json;

        note.ShouldNotContain("schmidt", Case.Insensitive);
        note.ShouldNotContain("quote", Case.Insensitive);
    }

    [Fact]
    public async Task The_same_inquiry_sent_twice_is_one_and_another_under_its_id_is_refused()
    {
        await using var market = await Filled();
        var send = new SendInquiry(market.Writer, market.Clock);
        await send.RunAsync(Draft);

        (await send.RunAsync(Draft)).IsDuplicate.ShouldBeTrue();
        (await send.RunAsync(Draft with { Message = "Other" })).Refusals.ShouldHaveSingleItem().Field.ShouldBe("id");
        (await BoxOf(market).ReadAsync(10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_id_the_market_gives_one_that_a_caller_could_have_given()
    {
        await using var market = await Filled();

        var sent = await new SendInquiry(market.Writer, market.Clock).RunAsync(Draft with { Id = null, AllocationId = null, BuyerCompany = " ", BuyerCountry = null, Quantity = null });

        sent.Refusals.ShouldBeEmpty();
        CallerId.IsValid(sent.Id).ShouldBeTrue();
    }

    public static TheoryData<string, InquiryDraft> Wrong => new()
    {
        { "id", Draft with { Id = "a/b" } },
        { "productId", Draft with { ProductId = "p-9" } },
        { "productId", Draft with { ProductId = "p-gone" } },
        { "message", Draft with { Message = " \n " } },
        { "message", Draft with { Message = new string('x', 4_001) } },
        { "message", Draft with { Message = "a\0b" } },
        { "buyerCompany", Draft with { BuyerCompany = new string('x', 201) } },
        { "buyerEmail", Draft with { BuyerEmail = "nobody" } },
        { "buyerEmail", Draft with { BuyerEmail = "Name <a@b.example>" } },
        { "buyerEmail", Draft with { BuyerEmail = "a@b.example\r\nBcc: c@d.example" } },
        { "buyerCountry", Draft with { BuyerCountry = "Germany" } },
        { "quantity", Draft with { Quantity = 0 } },
        { "allocationId", Draft with { AllocationId = "a b" } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_field_is_refused_and_nothing_is_written(string field, InquiryDraft draft)
    {
        await using var market = await Filled();

        var sent = await new SendInquiry(market.Writer, market.Clock).RunAsync(draft);

        sent.Id.ShouldBeNull();
        sent.Refusals.ShouldHaveSingleItem().Field.ShouldBe(field);
        (await market.AskAsync(db => db.Inquiries.CountAsync())).ShouldBe(0);
        (await BoxOf(market).ReadAsync(10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_relayed_note_is_not_read_again()
    {
        await using var market = await Filled();
        var send = new SendInquiry(market.Writer, market.Clock);
        for (var i = 0; i < 3; i++)
            await send.RunAsync(Draft with { Id = $"i-{i}" });
        var outbox = BoxOf(market);
        var first = await outbox.ReadAsync(2);

        (await outbox.MarkRelayedAsync([.. first.Select(note => note.Id)])).ShouldBe(2);
        (await outbox.MarkRelayedAsync([.. first.Select(note => note.Id)])).ShouldBe(0);

        first.Select(note => JsonSerializer.Deserialize<InquirySent>(note.Json, JsonColumn.Options)!.Id).ShouldBe(["i-0", "i-1"]);
        (await outbox.ReadAsync(10)).ShouldHaveSingleItem().Id.ShouldBeGreaterThan(first[1].Id);
    }

    private static Outbox BoxOf(TemporaryMarket market) => new(market.Contexts, market.Writer, market.Clock);

    private static async Task<TemporaryMarket> Filled()
    {
        var market = await TemporaryMarket.OpenAsync();
        await market.PutSellers(Some.Seller());
        await market.PutProducts(Some.Lines([Some.Product(), Some.Product("p-gone")]));
        await market.DeleteProduct("p-gone");
        return market;
    }
}
