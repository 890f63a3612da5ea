using Microsoft.Playwright;

namespace Saima.Tests.Browser;

/// <summary>One visitor with a browser of his own: what does he see, and what does his browser complain about?</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>For a machine on which everything else runs as well.</summary>
    public const int PatienceMillis = 30_000;

    // Suppliers' own servers are not asked: whatever photograph a page wants is this one.
    private const string Photograph = "<svg xmlns='http://www.w3.org/2000/svg' width='500' height='500'><circle cx='250' cy='250' r='200'/></svg>";

    private const string Watch = """
        window.violations = []; window.shifts = 0;
        document.addEventListener('securitypolicyviolation', e => window.violations.push(e.violatedDirective + ' ' + e.blockedURI));
        new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifts += e.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    private readonly IBrowserContext _context;

    private Visit(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors on the console, exceptions of scripts, windows that popped up.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The cards of a page of results.</summary>
    public ILocator Cards => Page.Locator("article.card");

    public static async Task<Visit> BeginAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(PatienceMillis);
        await context.AddInitScriptAsync(Watch);
        await context.RouteAsync(
            url => new Uri(url).Host != "127.0.0.1", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "image/svg+xml", Body = Photograph }));
        var visit = new Visit(context, await context.NewPageAsync());
        visit.Page.Console += (_, message) => visit.Note(message.Type is "error" or "warning", $"{message.Type} {message.Text}");
        visit.Page.PageError += (_, error) => visit.Note(true, error);
        visit.Page.Dialog += async (_, dialog) =>
        {
            visit.Note(true, "dialog " + dialog.Message);
            await dialog.DismissAsync();
        };
        return visit;
    }

    /// <summary>Opens an address and answers the status that came.</summary>
    public async Task<int> OpenAsync(string address) =>
        (await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!.Status;

    /// <summary>Types the words into the search box and sends them.</summary>
    public async Task SearchAsync(string words)
    {
        await Page.FillAsync("[data-search]", words);
        await Page.ClickAsync("form.search button");
        await Page.WaitForURLAsync("**/search?*");
    }

    /// <summary>Writes to the supplier of the product that is open, and waits until it is confirmed.</summary>
    public async Task InquireAsync(string message)
    {
        await Page.FillAsync("[name='Form.Message']", message);
        await Page.FillAsync("[name='Form.Name']", "Anna Brandt");
        await Page.FillAsync("[name='Form.Email']", "anna@example.com");
        await Page.ClickAsync("form.form button");
        await Page.WaitForURLAsync("**/sent*");
    }

    /// <summary>Text of the card of that product's panel "why this order", opened.</summary>
    public async Task<string> WhyAsync(string productId)
    {
        var card = Page.Locator($"article.card[data-product=\"{productId}\"]");
        await card.Locator("summary").ClickAsync();
        return await card.Locator(".why-panel").InnerTextAsync();
    }

    /// <summary>Ids of the products on the page, from the first place down.</summary>
    public async Task<IReadOnlyList<string>> ProductsAsync() =>
        await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('article.card')].map(card => card.dataset.product)");

    /// <summary>What the page did that its policy of contents forbids.</summary>
    public Task<string[]> ViolationsAsync() => Page.EvaluateAsync<string[]>("() => window.violations");

    /// <summary>How much moved by itself since the page was opened, in Chromium's own measure; two frames are waited for.</summary>
    public Task<double> ShiftsAsync() =>
        Page.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))))");

    /// <summary>How many pixels stand out over the right edge.</summary>
    public Task<int> OverhangAsync() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await _context.CloseAsync();

    private void Note(bool isOne, string complaint)
    {
        if (isOne)
            Complaints.Add(complaint);
    }
}
