using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Saima.Api.Problems;
using Saima.Market.Traffic;

namespace Saima.Tests.Api;

public sealed class ApiProblemsTests
{
    [Fact]
    public async Task Log_that_cannot_be_used_asks_to_call_again_and_keeps_its_path()
    {
        var (status, problem, headers) = await AnswerAsync(new LogUnavailableException("The disk is full: /srv/secret/log"));
        status.ShouldBe((int)HttpStatusCode.ServiceUnavailable);
        problem.ToJsonString().ShouldNotContain("secret");
        headers.RetryAfter.ToString().ShouldBe("5");
    }

    [Fact]
    public async Task Failure_that_nobody_foresaw_says_nothing_of_itself()
    {
        var (status, problem, _) = await AnswerAsync(new InvalidDataException("key 0x42"));
        status.ShouldBe((int)HttpStatusCode.InternalServerError);
        problem["errors"]!.AsArray().ShouldBeEmpty();
        problem.ToJsonString().ShouldNotContain("0x42");
    }

    private static async Task<(int Status, JsonNode Problem, IHeaderDictionary Headers)> AnswerAsync(Exception failure)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
            Response = { Body = body },
        };
        await new ApiProblems(_ => throw failure, NullLogger<ApiProblems>.Instance).InvokeAsync(context);
        context.Response.ContentType.ShouldBe("application/problem+json");
        return (context.Response.StatusCode, JsonNode.Parse(body.ToArray())!, context.Response.Headers);
    }
}
