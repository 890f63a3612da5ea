namespace Saima.Engine.Records;

/// <summary>Which rule gave a slot.</summary>
public enum Lane : byte { Merit = 1, Newcomer = 2, Ad = 3 }
