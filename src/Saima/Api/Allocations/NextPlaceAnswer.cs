namespace Saima.Api.Allocations;

/// <summary>What stands on the next better natural place?</summary>
/// <param name="Slot">That place's slot.</param>
/// <param name="Ratio">How many times its score is this one's; to a key that is bound to a supplier rounded to 0.05.</param>
public sealed record NextPlaceAnswer(int Slot, double Ratio);
