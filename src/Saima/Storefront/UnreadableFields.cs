using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Saima.Storefront;

/// <summary>Which fields of an address could not be read?</summary>
public static class UnreadableFields
{
    public static IReadOnlyCollection<string> Unreadable(this ModelStateDictionary state) =>
        [.. state.Where(entry => entry.Value is { Errors.Count: > 0 }).Select(entry => entry.Key)];
}
