using Saima.Api.Problems;
using Saima.Engine.Retrieval;
using Saima.Market.Accounts;
using Saima.Market.Catalogue;
using Saima.Market.Traffic;

namespace Saima.Api.Allocations;

/// <summary>Turns a body that could be read into the call of the market: paths become categories, amounts micros.</summary>
internal sealed class MakePageCall(CategoryTree categories, List<FieldError> errors)
{
    private const decimal MicrosPerUnit = 1_000_000;

    /// <summary>The call; it counts only if no error was added.</summary>
    public PageCall Run(AllocationBody body, ApiKey caller) => new()
    {
        // Two suppliers may choose one id: each has its own. The slash stands in no caller's id.
        Id = body.Id is null || caller.SellerId is null ? body.Id : $"{caller.SellerId}/{body.Id}",
        Intent = new Intent
        {
            Query = body.Intent.Query,
            CategorySlot = SlotOf("intent.category", body.Intent.Category),
            Filters = FiltersOf(body.Intent.Filters),
        },
        VisitId = body.Visit.Id,
        Size = body.Page.Size,
        After = CursorOf(body.Page.Cursor),
        Number = body.Page.Number ?? 1,
    };

    private Filters FiltersOf(FiltersBody filters) => new()
    {
        CategorySlot = SlotOf("intent.filters.category", filters.Category),
        MaxPriceMicros = filters.MaxPrice is { } price ? (long)(price.Amount * MicrosPerUnit) : null,
        Currency = filters.MaxPrice?.Currency,
        MaxMoq = filters.MaxMoq,

        // In one order, so that the same countries are the same intent.
        Countries = [.. filters.Countries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        CheckedOnly = filters.CheckedOnly,
    };

    private int? SlotOf(string field, string? path)
    {
        if (path is null)
            return null;
        var node = CategoryPath.Canonical(path, out _) is { } canonical ? categories.Find(canonical) : null;
        if (node is null)
            errors.Add(new FieldError(field, "names no category of this market"));
        return node?.Category.Slot;
    }

    private AllocationId? CursorOf(string? cursor)
    {
        if (cursor is null)
            return null;
        if (AllocationId.TryParse(cursor, out var id))
            return id;
        errors.Add(new FieldError("page.cursor", "is not one that this market gave"));
        return null;
    }
}
