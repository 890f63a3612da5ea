using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Saima.Market.Accounts;

namespace Saima.Tests.Api;

public sealed class LimitTests
{
    [Fact]
    public async Task Key_that_calls_too_often_is_asked_to_wait_and_others_are_not()
    {
        await using var host = new ApiHost { Options = options => options.RequestsPerMinute = 5 };
        await host.InitializeAsync();
        using var one = host.As(await host.IssueAsync(ApiScopes.Read));
        for (var call = 0; call < 5; call++)
            (await one.GetAsync("/api/v1/sellers/s-1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await one.GetAsync("/api/v1/sellers/s-1");
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        using var other = host.As(await host.IssueAsync(ApiScopes.Read));
        (await other.GetAsync("/api/v1/sellers/s-1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await one.GetAsync("/readyz")).StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Body_that_is_too_long_is_refused_in_words()
    {
        await using var host = new ApiHost
        {
            OnAPort = true,
            Options = options => (options.RequestsPerMinute, options.MaxBodyBytes) = (1_000, 20_000),
        };
        await host.InitializeAsync();
        using var admin = host.Admin();
        admin.DefaultRequestHeaders.ExpectContinue = true;
        var line = Some.Product("too-long") + "\n" + Some.Product("filler", title: new string('f', 400)) + "\n";
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, 60)));

        // With its length said before, and without.
        await (await admin.SendAsync(HttpMethod.Put, "products", body, "application/x-ndjson")).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        (await admin.GetAsync("/api/v1/products/too-long")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stream = new StreamContent(new MemoryStream(body));
        stream.Headers.ContentType = MediaTypeHeaderValue.Parse("application/x-ndjson");
        var call = new HttpRequestMessage(HttpMethod.Put, "/api/v1/products") { Content = stream };
        call.Headers.TransferEncodingChunked = true;
        await (await admin.SendAsync(call)).ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Body_that_is_no_json_is_refused(string media)
    {
        await using var host = new ApiHost();
        await host.InitializeAsync();
        using var admin = host.Admin();
        foreach (var (method, address) in new[] { (HttpMethod.Put, "products"), (HttpMethod.Post, "events"), (HttpMethod.Post, "allocations") })
            await (await admin.SendAsync(method, address, Encoding.UTF8.GetBytes("{}"), media)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Packed_body_is_refused()
    {
        await using var host = new ApiHost();
        await host.InitializeAsync();
        using var admin = host.Admin();
        var content = new ByteArrayContent([31, 139, 8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.ContentEncoding.Add("gzip");
        await (await admin.PutAsync("/api/v1/products", content)).ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        await (await admin.PatchAsync("/api/v1/products", content)).ProblemAsync(HttpStatusCode.MethodNotAllowed);
    }
}
