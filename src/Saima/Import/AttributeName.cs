using System.Text;

namespace Saima.Import;

/// <summary>How does a field's name read on a page: <c>attr_n_usb_2_0_ports</c> as <c>USB 2 0 ports</c>?</summary>
public sealed class AttributeName(IEnumerable<string> acronyms)
{
    private readonly Dictionary<string, string> _acronyms = acronyms.ToDictionary(word => word, word => word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Underscores become spaces, known acronyms keep their capitals, the first word gets one; <c>tdp__watts_</c>, which had brackets
    /// before somebody made it a key, gets them back: <c>TDP (watts)</c>.</summary>
    public string Of(string key)
    {
        var bracket = key.Length > 2 && key[^1] == '_' ? key.LastIndexOf("__", key.Length - 2, StringComparison.Ordinal) : -1;
        var name = bracket > 0 ? $"{Words(key[..bracket])} ({Words(key[bracket..])})" : Words(key);
        return name.Length > 0 && char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
    }

    private string Words(string key)
    {
        var words = new StringBuilder(key.Length);
        foreach (var word in key.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries))
            words.Append(words.Length > 0 ? " " : "").Append(_acronyms.GetValueOrDefault(word, word));
        return words.ToString();
    }
}
