namespace Saima.Import;

/// <summary>The fields of a seller document.</summary>
public sealed record SellerRules
{
    public required ValueRule Id { get; init; }

    public required ValueRule Name { get; init; }

    public ValueRule? Country { get; init; }

    public ValueRule? Kind { get; init; }

    public ValueRule? Membership { get; init; }

    public ValueRule? JoinedOn { get; init; }

    public IReadOnlyList<ValueRule> Certificates { get; init; } = [];

    public ValueRule? Employees { get; init; }

    public ValueRule? InquiriesPerDayCapacity { get; init; }

    public ValueRule? LicenceNumber { get; init; }
}
