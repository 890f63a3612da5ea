namespace Saima.Storefront;

/// <summary>Names the pages' words: <c>Resources/Storefront/Words.resx</c> (English) and <c>Words.zh.resx</c> (中文).</summary>
public sealed class Words;
