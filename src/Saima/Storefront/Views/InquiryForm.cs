using System.ComponentModel.DataAnnotations;

namespace Saima.Storefront.Views;

/// <summary>What does a buyer write to a supplier? Error messages are keys of the page's words.</summary>
public sealed class InquiryForm
{
    [Required(ErrorMessage = "Inquiry.Message.Required")]
    [StringLength(4000, MinimumLength = 20, ErrorMessage = "Inquiry.Message.Length")]
    public string Message { get; set; } = "";

    /// <summary>Units wanted; null = not said.</summary>
    [Range(1, 100_000_000, ErrorMessage = "Inquiry.Quantity.Range")]
    public int? Quantity { get; set; }

    [Required(ErrorMessage = "Inquiry.Name.Required")]
    [StringLength(120, ErrorMessage = "Inquiry.TooLong")]
    public string Name { get; set; } = "";

    [StringLength(160, ErrorMessage = "Inquiry.TooLong")]
    public string? Company { get; set; }

    [Required(ErrorMessage = "Inquiry.Email.Required")]
    [EmailAddress(ErrorMessage = "Inquiry.Email.Invalid")]
    [StringLength(254, ErrorMessage = "Inquiry.TooLong")]
    public string Email { get; set; } = "";
}
