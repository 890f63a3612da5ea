namespace Saima.Storefront.Visits;

/// <summary>Whose request is this? Answers what <see cref="VisitCookie"/> found out.</summary>
public static class VisitorOfRequest
{
    public static Visitor Visitor(this HttpContext context) =>
        context.Features.Get<Visitor>() ?? throw new InvalidOperationException("UseStorefront has not run for this request: there is no visit.");

    /// <summary>True if the browser only loads ahead: nobody has looked yet, nothing may be counted.</summary>
    public static bool IsPrefetch(this HttpContext context) =>
        context.Request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);
}
