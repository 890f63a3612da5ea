namespace Saima.Import;

/// <summary>Of which kind are the documents of a stream?</summary>
public enum DocumentKind { Category, Seller, Product }
