using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Shape;

public sealed class FileSizesTests
{
    [Fact]
    public void No_file_is_longer_than_four_hundred_lines() => FileSizes.FindLong(Repository.Files).ShouldFindNothing();

    [Fact]
    public void Half_of_the_files_are_short_and_nearly_all_are_readable() => FileSizes.FindShares(Repository.Files).ShouldFindNothing();

    [Fact]
    public void A_file_of_401_lines_is_found_and_one_of_400_is_not()
    {
        FileSizes.FindLong([OfLines("a", 401)]).ShouldFind(0, "401 lines");
        FileSizes.FindLong([OfLines("a", 400)]).ShouldFindNothing();
    }

    [Fact]
    public void A_long_migration_is_let_be() =>
        FileSizes.FindLong(Verdict.At("src/Saima.Market.Sqlite/Migrations/A.cs", new string('\n', 900))).ShouldFindNothing();

    [Fact]
    public void Too_many_long_files_are_found()
    {
        FileSizes.FindShares([OfLines("a", 60), OfLines("b", 61), OfLines("c", 61)]).ShouldFind(0, "more than half of 3");
        RepositoryFile[] twenty = [.. Enumerable.Range(0, 18).Select(number => OfLines($"f{number}", 10)), OfLines("x", 221), OfLines("y", 221)];
        FileSizes.FindShares(twenty).ShouldFind(0, "more than 5 % of 20");
    }

    private static RepositoryFile OfLines(string name, int lines) => new($"src/Saima.Engine/Race/{name}.cs", new string('\n', lines));
}
