namespace Saima.Storefront.Views;

/// <summary>Of what shall a placeholder be drawn?</summary>
public sealed record PictureSubject(string CategoryPath, string Title);
