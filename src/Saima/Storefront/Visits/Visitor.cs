namespace Saima.Storefront.Visits;

/// <summary>Whose request is this, and how did the visit begin?</summary>
/// <param name="VisitId">Random, kept in a cookie for 30 days; says nothing about the person.</param>
/// <param name="IsNew">True on the first request of the visit.</param>
/// <param name="Landing">The address that was asked for, whole; the visit's origin is read from it when <paramref name="IsNew"/>.</param>
/// <param name="Referrer">As the browser names it, or null.</param>
public sealed record Visitor(string VisitId, bool IsNew, string Landing, string? Referrer);
