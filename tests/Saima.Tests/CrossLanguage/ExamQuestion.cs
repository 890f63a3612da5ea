using System.Runtime.CompilerServices;
using Saima.Engine.Text;

namespace Saima.Tests.CrossLanguage;

/// <summary>What a buyer of another language asks, and what would be a right answer.</summary>
/// <param name="Query">As it is typed.</param>
/// <param name="Leaf">The category in which a right product lies.</param>
/// <param name="Words">Words that its title holds as well; each may be one of several, set apart by <c>|</c>.</param>
public sealed record ExamQuestion(string Query, string Leaf, IReadOnlyList<string> Words)
{
    /// <summary>The questions of a language, from the file beside this one.</summary>
    public static IReadOnlyList<ExamQuestion> In(string language, [CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "queries", language + ".tsv");
        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Parse)];
    }

    /// <summary>True if the product is a right answer.</summary>
    /// <param name="leaf">Its category.</param>
    /// <param name="title">Its title.</param>
    /// <param name="analyser">Reads title and words alike.</param>
    public bool IsRight(string leaf, string title, TextAnalyser analyser)
    {
        var held = TermsOf(title, analyser);
        return leaf == Leaf && Words.All(word => word.Split('|').Any(one => held.IsSupersetOf(TermsOf(one, analyser))));
    }

    private static ExamQuestion Parse(string line)
    {
        var fields = line.Split('\t');
        return new ExamQuestion(fields[0], fields[1], fields.Length > 2 ? fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries) : []);
    }

    private static HashSet<string> TermsOf(string text, TextAnalyser analyser)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        analyser.Start(text);
        while (analyser.Next(out var term))
            terms.Add(term.ToString());
        return terms;
    }
}
