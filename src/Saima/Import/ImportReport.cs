namespace Saima.Import;

/// <summary>How did an import end?</summary>
public sealed record ImportReport
{
    /// <summary>What the market answered, in the order of the passes over the file.</summary>
    public required IReadOnlyList<KeyValuePair<DocumentKind, PutAnswer>> Answers { get; init; }

    /// <summary>Every line that stayed outside, in the order in which it was found.</summary>
    public required IReadOnlyList<LineFault> BadLines { get; init; }

    /// <summary>How often which field was cut to the contract's limit.</summary>
    public required IReadOnlyDictionary<string, long> Cuts { get; init; }

    /// <summary>True if anything of the file is in the market now.</summary>
    public bool AnythingIn => Answers.Any(answer => answer.Value.Accepted + answer.Value.Unchanged > 0);
}
