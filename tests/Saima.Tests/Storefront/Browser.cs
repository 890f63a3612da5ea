using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Net.Http.Headers;

namespace Saima.Tests.Storefront;

/// <summary>One visitor: what does he get, and which cookies does he carry on?</summary>
public sealed class Browser(TestServer server, string language)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Browser With(string cookie, string value)
    {
        _cookies[cookie] = value;
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public async Task<string> ReadAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> form) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("Accept-Language", language);
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}")));
        using var client = server.CreateClient();
        var response = await client.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
                _cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }

        return response;
    }

    /// <summary>The text of a page as a reader sees its source: entities resolved.</summary>
    public static string Decoded(string html) => WebUtility.HtmlDecode(html);
}
