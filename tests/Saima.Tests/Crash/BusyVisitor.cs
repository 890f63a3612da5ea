using System.Net;
using System.Text.RegularExpressions;

namespace Saima.Tests.Crash;

/// <summary>Somebody who searches, opens cards and inquires until the market is gone.</summary>
internal sealed partial class BusyVisitor(string url, Answered answered, int seed) : IDisposable
{
    private readonly Random _random = new(seed);

    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(url),
        Timeout = SaimaProcess.Patience,
    };

    /// <summary>Goes on until the connection breaks.</summary>
    public async Task GoOnAsync()
    {
        try
        {
            for (var turn = 0; ; turn++)
                await LookAroundAsync(turn);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // That is the kill.
        }
    }

    /// <summary>Inquires about the first product of the market, which no page led to.</summary>
    public async Task<HttpStatusCode> InquireAsync(string message)
    {
        var status = await SendAsync("/product/p-0", await _client.GetStringAsync("/product/p-0"), message);
        if (status == HttpStatusCode.Redirect)
            answered.Note(answered.Inquiries, message);
        return status;
    }

    public void Dispose() => _client.Dispose();

    private async Task LookAroundAsync(int turn)
    {
        var query = SmallMarket.Queries[_random.Next(SmallMarket.Queries.Length)];
        var page = await _client.GetStringAsync("/search?q=" + Uri.EscapeDataString(query));
        var cards = Cards().Matches(page);
        cards.Count.ShouldBeGreaterThan(0, "every query has an answer");
        answered.Note(answered.Pages, cards[0].Groups["page"].Value);
        for (var opened = _random.Next(4); opened > 0; opened--)
        {
            var card = cards[_random.Next(cards.Count)].Groups;
            var address = $"/product/{card["product"].Value}?from={card["page"].Value}";
            var product = await _client.GetStringAsync(address);
            answered.Note(answered.Clicks, (card["page"].Value, card["product"].Value));
            if (_random.Next(3) > 0)
                continue;
            var message = $"Please quote, inquiry {seed}.{turn}.{opened}";
            (await SendAsync(address, product, message)).ShouldBe(HttpStatusCode.Redirect);
            answered.Note(answered.Inquiries, message);
        }
    }

    private async Task<HttpStatusCode> SendAsync(string address, string page, string message)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("Form.Message", message), new("Form.Name", "Ann"), new("Form.Email", "ann@example.test"),
            new("__RequestVerificationToken", Tokens().Match(page).Groups["token"].Value),
        ]);
        using var response = await _client.PostAsync(address, form);
        return response.StatusCode;
    }

    [GeneratedRegex("""href="/product/(?<product>[^"?]+)\?from=(?<page>a-[0-9a-z]{26})["#]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Cards();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
