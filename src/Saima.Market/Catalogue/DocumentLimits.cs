namespace Saima.Market.Catalogue;

/// <summary>How long may what be in a document of the contract? One table for those who check and those who write.</summary>
/// <remarks>Lengths in UTF-16 code units.</remarks>
public static class DocumentLimits
{
    public const int Title = 500;
    public const int Description = 20_000;
    public const int SellerName = 200;
    public const int Attributes = 100;
    public const int AttributeName = 100;
    public const int AttributeText = 500;
    public const int Keywords = 50;
    public const int Keyword = 100;
    public const int Certificates = 50;
    public const int Certificate = 100;
    public const int LicenceNumber = 100;
    public const decimal LargestAmount = 1e12m;

    /// <summary>What a supplier may be.</summary>
    public static readonly string[] Kinds = ["factory", "integrated", "trader", "individual"];

    /// <summary>What a supplier may pay for.</summary>
    public static readonly string[] Memberships = ["none", "basic", "verified"];
}
