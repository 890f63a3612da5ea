namespace Saima.CommandLine;

/// <summary>With what does the market start?</summary>
public enum StartWith { WhatIsThere, Demo, Empty }
