using System.Net;

namespace Saima.Tests.Api;

public sealed class HealthTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Ready_while_the_engine_follows_and_not_when_it_lags()
    {
        using var client = host.As(null);
        await host.BeatAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        var ready = await (await client.GetAsync("/readyz")).ReadAsync();
        ready.Text("status").ShouldBe("ready");
        ready.Number("lagMillis").ShouldBe(10_000);
        ready.Number("catalogueThrough").ShouldBeGreaterThan(0);
        ready["learnedThrough"].ShouldNotBeNull();

        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var lagging = await (await client.GetAsync("/readyz")).ReadAsync(HttpStatusCode.ServiceUnavailable);
        lagging.Text("reason").ShouldContain("10 s ago");
        (await client.GetAsync("/healthz")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await host.BeatAsync();
        (await client.GetAsync("/readyz")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Rule_in_force_is_everybodys_to_read_whole()
    {
        using var client = host.As(null);
        var rule = await client.ReadAsync("policies/current");
        rule.Text("name").ShouldBe("open");
        rule["merit"]!["temperature"].ShouldNotBeNull();

        using var admin = host.Admin();
        var all = (await admin.ReadAsync("policies"))["items"]!.AsArray();
        all.Select(version => version!.Text("name")).ShouldBe(["classic", "open"]);
        var current = all.Single(version => version!["isInForce"]!.GetValue<bool>())!;
        current["rule"]!.ToJsonString().ShouldBe(rule.ToJsonString());
    }

    [Fact]
    public async Task Cookies_open_nothing_and_none_is_set()
    {
        using var client = host.As(null);
        client.DefaultRequestHeaders.Add("Cookie", $"saima.visit=abc; key={ApiHost.AdminKey}");
        var response = await client.GetAsync("/api/v1/products");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }
}
