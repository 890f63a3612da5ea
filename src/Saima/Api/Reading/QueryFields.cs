using System.Globalization;
using Saima.Api.Problems;
using Saima.Market;

namespace Saima.Api.Reading;

/// <summary>What does the part of an address behind the question mark say? Every wrong field is refused by its name.</summary>
public sealed class QueryFields(IQueryCollection query)
{
    private readonly List<FieldError> _errors = [];

    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>True for <c>?name</c> and <c>?name=true</c>.</summary>
    public bool Flag(string name)
    {
        if (!query.TryGetValue(name, out var value))
            return false;
        if (value.ToString() is "" or "true")
            return true;
        if (value != "false")
            _errors.Add(new FieldError(name, "must be true or false"));
        return false;
    }

    /// <summary>Where a list goes on: the <c>next</c> of the part before.</summary>
    public string? After() => query.TryGetValue("after", out var value) ? value.ToString() : null;

    /// <summary>How many rows of a list are wanted, 1 to <see cref="Page{T}.MaxLimit"/>.</summary>
    public int Limit()
    {
        if (!query.TryGetValue("limit", out var value))
            return 100;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Page<object>.MaxLimit)
            return limit;
        _errors.Add(new FieldError("limit", $"must be a whole number from 1 to {Page<object>.MaxLimit}"));
        return 1;
    }
}
