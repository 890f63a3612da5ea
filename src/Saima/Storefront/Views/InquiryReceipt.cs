namespace Saima.Storefront.Views;

/// <summary>Under which number was the inquiry taken, and who has it now?</summary>
public sealed record InquiryReceipt(string InquiryId, string ProductId, string ProductTitle, string SupplierName);
