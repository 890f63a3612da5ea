using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Saima.Api.Problems;

namespace Saima.Api.Reading;

/// <summary>Middleware: is the body short enough to be read at all?</summary>
/// <remarks>A body that says its length is refused before a byte of it is taken; one that does not is cut off by the server at the limit.</remarks>
public sealed class BodyLimit(RequestDelegate next, IOptions<ApiOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var most = options.Value.MaxBodyBytes;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most;
        return context.Request.ContentLength > most
            ? Problem.Of(
                    StatusCodes.Status413PayloadTooLarge,
                    string.Create(CultureInfo.InvariantCulture, $"The body is longer than the {most} bytes that this market takes. Nothing of it was taken; send it in parts."))
                .ExecuteAsync(context)
            : next(context);
    }
}
