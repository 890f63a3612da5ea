namespace Saima.Engine.Text;

/// <summary>A phrase of a trade dictionary: what does it mean in English?</summary>
/// <param name="English">As the dictionary writes it.</param>
/// <param name="Terms">The terms of the English side.</param>
/// <param name="Synonyms">Terms of other English words for the same thing.</param>
internal sealed record Phrase(string English, string[] Terms, string[] Synonyms);
