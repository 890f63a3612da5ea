using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Saima.Tests.Api;

/// <summary>Calls as another program makes them, and their answers.</summary>
internal static class Calls
{
    public static Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string address, byte[] body, string media)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(media);
        return client.SendAsync(new HttpRequestMessage(method, "/api/v1/" + address) { Content = content });
    }

    public static Task<HttpResponseMessage> PutBodyAsync(this HttpClient client, string address, string body) =>
        client.SendAsync(HttpMethod.Put, address, Encoding.UTF8.GetBytes(body), "application/x-ndjson");

    /// <summary>Puts lines that are all good.</summary>
    public static async Task<JsonNode> PutLinesAsync(this HttpClient client, string address, params IEnumerable<string> lines)
    {
        var answer = await (await client.PutBodyAsync(address, string.Join('\n', lines))).ReadAsync();
        answer["rejected"]!.GetValue<int>().ShouldBe(0, answer.ToJsonString());
        return answer;
    }

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string address, string body) =>
        client.SendAsync(HttpMethod.Post, address, Encoding.UTF8.GetBytes(body), "application/json");

    public static async Task<JsonNode> AllocateAsync(this HttpClient client, string body) => await (await client.PostJsonAsync("allocations", body)).ReadAsync();

    public static async Task<JsonNode> TellAsync(this HttpClient client, params IEnumerable<string> events) =>
        await (await client.PostJsonAsync("events", $"[{string.Join(',', events)}]")).ReadAsync(HttpStatusCode.Accepted);

    public static async Task<JsonNode> ReadAsync(this HttpClient client, string address) => await (await client.GetAsync("/api/v1/" + address)).ReadAsync();

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The fields that an answer says are wrong, after looking whether it is a problem as the contract says.</summary>
    public static async Task<string[]> ProblemAsync(this HttpResponseMessage response, HttpStatusCode expected)
    {
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await response.ReadAsync(expected);
        problem["status"]!.GetValue<int>().ShouldBe((int)expected);
        problem["title"]!.GetValue<string>().ShouldNotBeEmpty();
        problem["detail"]!.GetValue<string>().ShouldNotBeEmpty();
        return [.. problem["errors"]!.AsArray().Select(error => error!["message"]!.GetValue<string>().Length > 0 ? error["field"]!.GetValue<string>() : "")];
    }

    public static string Text(this JsonNode node, string name) => node[name]!.GetValue<string>();

    public static int Number(this JsonNode node, string name) => node[name]!.GetValue<int>();

    public static string[] Products(this JsonNode allocation) => [.. allocation["slots"]!.AsArray().Select(slot => slot!.Text("productId"))];
}
