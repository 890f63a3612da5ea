using Saima.House.Tests.Tree;

namespace Saima.House.Tests.Documents;

public sealed class CommandsTests
{
    private static readonly RepositoryFile[] Program =
        [new("src/Saima/Saima.csproj", ""), new("src/Saima/CommandLine/ServeCommand.cs", ""), new("test.sh", "")];

    [Fact]
    public void Readers_can_type_what_they_are_told_to_type() => Commands.Find(Repository.Files).ShouldFindNothing();

    [Theory]
    [InlineData("dotnet run -c Release --project src/Samia", "src/Samia")]
    [InlineData("./tests.sh", "./tests.sh")]
    [InlineData("saima simulate a.json", "no command")]
    [InlineData("dotnet run -c Release --project src/Saima -- simulate", "no command")]
    public void A_command_that_does_not_exist_is_found(string line, string message) => Find(line).ShouldFind(2, message);

    [Theory]
    [InlineData("dotnet run -c Release --project src/Saima")]
    [InlineData("dotnet run -c Release --project src/Saima -- serve --empty")]
    [InlineData("./test.sh")]
    [InlineData("curl http://127.0.0.1:5080/api/v1/policies/current")]
    public void A_command_that_exists_is_fine(string line) => Find(line).ShouldFindNothing();

    private static IEnumerable<Violation> Find(string line) => Commands.Find([.. Program, new("README.md", $"```bash\n{line}\n```\n")]);
}
