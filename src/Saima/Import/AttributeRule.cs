namespace Saima.Import;

/// <summary>One named attribute, or (with a prefix) all fields whose name begins with it.</summary>
public sealed record AttributeRule(string Name, ValueRule Value, string? Prefix, bool DropFalse);
