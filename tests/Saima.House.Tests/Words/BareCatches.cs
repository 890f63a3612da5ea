using Microsoft.CodeAnalysis.CSharp.Syntax;
using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Words;

/// <summary>Does every catch name what it catches?</summary>
internal static class BareCatches
{
    public static IEnumerable<Violation> Find(IEnumerable<RepositoryFile> files) =>
        from file in files
        where file.IsHandWritten
        from caught in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
        where caught.Declaration is null
        select new Violation(file.Path, RepositoryFile.LineOf(caught), "a catch must name what it catches");
}
