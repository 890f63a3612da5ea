using Saima.CommandLine;
using Saima.Tests.Import;
using Spectre.Console;

namespace Saima.Tests.CommandLine;

public sealed class SaimaCommandTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly RememberingMarket _market = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();
    private ServeOptions? _served;

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _errors.Dispose();
    }

    private Task<int> RunAsync(params string[] arguments)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_output), Interactive = InteractionSupport.No });
        console.Profile.Width = 200;
        var import = new RunImport(_market.PutAsync, console, _errors, new HandClock());
        var command = new SaimaCommand(Serve, import.RunAsync, _output, _errors);
        return command.RunAsync(arguments, "key-of-the-environment", TestContext.Current.CancellationToken);

        Task<int> Serve(ServeOptions options, CancellationToken cancellation)
        {
            _served = options;
            return Task.FromResult(ExitCode.Done);
        }
    }

    [Fact]
    public async Task Without_arguments_the_demo_market_is_served()
    {
        (await RunAsync()).ShouldBe(ExitCode.Done);

        _served.ShouldBe(new ServeOptions("http://127.0.0.1:5080", null, null, StartWith.Demo, "key-of-the-environment"));
    }

    [Fact]
    public async Task Serve_hears_every_option()
    {
        (await RunAsync("serve", "--urls", "http://127.0.0.1:9", "--data", "here", "--database", "Host=db", "--empty", "--admin-key", "k")).ShouldBe(ExitCode.Done);

        _served!.Data!.Name.ShouldBe("here");
        (_served with { Data = null }).ShouldBe(new ServeOptions("http://127.0.0.1:9", null, "Host=db", StartWith.Empty, "k"));
    }

    [Theory]
    [InlineData("serve", "--demo", "--empty")]
    [InlineData("import", "things", "file")]
    [InlineData("import", "products")]
    [InlineData("frobnicate")]
    [InlineData("serve", "--ulrs", "http://127.0.0.1:9")]
    public async Task What_is_not_understood_is_usage_and_one_line(params string[] arguments)
    {
        (await RunAsync(arguments)).ShouldBe(ExitCode.Usage);

        _errors.ToString().TrimEnd().ShouldStartWith("saima: ");
        _errors.ToString().TrimEnd().ShouldNotContain('\n');
        _served.ShouldBeNull();
    }

    [Fact]
    public async Task Import_names_bad_lines_tells_the_sum_and_is_done()
    {
        var map = _folder.Write("map.json", Some.ProductMap);
        var file = _folder.Write("all.ndjson", "{\"sku\":\"1\",\"maker\":\"Blue\",\"name\":\"Pump\"}\n{\"sku\":\"2\",\"maker\":\"Blue\"}\n");

        (await RunAsync("import", "products", file.FullName, "--map", map.FullName)).ShouldBe(ExitCode.Done);

        _errors.ToString().TrimEnd().ShouldBe("line 2, id 2: title: is missing");
        _output.ToString().ShouldContain("sellers: 1 in, 0 unchanged, 0 refused");
        _output.ToString().ShouldContain("products: 1 in, 0 unchanged, 0 refused");
        _output.ToString().ShouldContain("1 bad lines stayed outside");
    }

    [Theory]
    [InlineData("{}", "every line was refused; the reasons above show what the map has to say")]
    [InlineData("", "it holds no record")]
    public async Task Import_of_which_nothing_goes_in_has_failed(string text, string reason)
    {
        var map = _folder.Write("map.json", Some.ProductMap);
        var file = _folder.Write("all.ndjson", text);

        (await RunAsync("import", "products", file.FullName, "--map", map.FullName)).ShouldBe(ExitCode.Failed);

        _errors.ToString().ShouldContain($"saima: Nothing of all.ndjson went in: {reason}");
    }

    [Fact]
    public async Task Missing_file_and_unknown_map_key_fail_with_one_line()
    {
        (await RunAsync("import", "products", "/no/such/file.ndjson")).ShouldBe(ExitCode.Failed);
        var map = _folder.Write("map.json", Some.ProductMap.Replace("\"otherwise\"", "\"otherwhise\"", StringComparison.Ordinal));
        (await RunAsync("import", "products", map.FullName, "--map", map.FullName)).ShouldBe(ExitCode.Failed);

        var lines = _errors.ToString().TrimEnd().Split(Environment.NewLine);
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe("saima: There is no file /no/such/file.ndjson: check the path");
        lines[1].ShouldContain("product.category.otherwhise: there is no such key; did you mean 'otherwise'");
    }
}
