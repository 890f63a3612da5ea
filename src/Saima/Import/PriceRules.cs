namespace Saima.Import;

/// <summary>The price of a product document; without a <see cref="Min"/> in the record there is none.</summary>
public sealed record PriceRules(ValueRule Min, ValueRule? Max, ValueRule Currency, ValueRule Unit);
