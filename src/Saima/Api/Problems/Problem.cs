using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Saima.Api.Problems;

/// <summary>How does a call hear that it failed? As problem details of RFC 9457, with every wrong field by name.</summary>
public static class Problem
{
    /// <summary>What a call hears that names something it may not see, or that is not there: the two look the same.</summary>
    public const string NotHere = "There is nothing under this address.";

    public static IResult Of(int status, string detail, params IReadOnlyList<FieldError> errors)
    {
        var problem = new ProblemDetails { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
        problem.Extensions["errors"] = errors;
        return TypedResults.Problem(problem);
    }

    /// <summary>400 for fields that cannot be understood.</summary>
    public static IResult OfFields(params IReadOnlyList<FieldError> errors) =>
        Of(StatusCodes.Status400BadRequest, errors.Count == 1 ? "A field is not as it must be." : $"{errors.Count} fields are not as they must be.", errors);

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, NotHere);
}
