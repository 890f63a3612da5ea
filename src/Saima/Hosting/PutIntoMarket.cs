using System.IO.Pipelines;
using Saima.Import;
using Saima.Market;
using Saima.Market.Catalogue;

namespace Saima.Hosting;

/// <summary>The market's door for files: documents of the contract go in as a bulk call would bring them.</summary>
public sealed class PutIntoMarket(IServiceProvider market)
{
    private static readonly byte[] NewLine = [(byte)'\n'];

    /// <summary>Takes documents, good ones in, bad ones by name.</summary>
    public async Task<PutAnswer> RunAsync(DocumentKind kind, IAsyncEnumerable<ReadOnlyMemory<byte>> documents, CancellationToken cancel)
    {
        var pipe = new Pipe();
        var writing = WriteAsync(documents, pipe.Writer, cancel);
        var body = pipe.Reader.AsStream();
        var answer = await (kind switch
        {
            DocumentKind.Category => market.GetRequiredService<PutCategories>().RunAsync(body, BulkOptions.Default, cancel),
            DocumentKind.Seller => market.GetRequiredService<PutSellers>().RunAsync(body, BulkOptions.Default, cancel),
            _ => market.GetRequiredService<PutProducts>().RunAsync(body, BulkOptions.Default, cancel),
        });
        await writing;
        return new PutAnswer(answer.Accepted - answer.Unchanged, answer.Unchanged, answer.Rejected, [.. answer.Errors.Select(FaultOf)]);
    }

    private static async Task WriteAsync(IAsyncEnumerable<ReadOnlyMemory<byte>> documents, PipeWriter to, CancellationToken cancel)
    {
        Exception? failure = null;
        try
        {
            await foreach (var document in documents.WithCancellation(cancel))
            {
                await to.WriteAsync(document, cancel);
                await to.WriteAsync(NewLine, cancel);
            }
        }
        catch (Exception e)
        {
            // The reader gets it in its turn and stops; then it is thrown to whoever waits for both.
            failure = e;
            throw;
        }
        finally
        {
            await to.CompleteAsync(failure);
        }
    }

    private static LineFault FaultOf(Refusal refusal) => new(refusal.Line, refusal.Id, refusal.Field, refusal.Message);
}
