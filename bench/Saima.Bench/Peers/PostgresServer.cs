using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Saima.Bench.Peers;

/// <summary>A PostgreSQL of our own, for as long as it is measured: how is it started, reached and ended?</summary>
/// <remarks>On this machine only, on a free port, with a folder of its own. It refuses to run as root; then it runs as the user <c>postgres</c>.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // For one reader of a catalogue that is thrown away afterwards.
    private static readonly string[] Settings =
    [
        "shared_buffers=2GB", "work_mem=64MB", "maintenance_work_mem=1GB", "jit=off", "max_parallel_workers_per_gather=0", "fsync=off",
        "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "max_wal_size=8GB",
        "effective_cache_size=8GB", "random_page_cost=1.1", "log_min_messages=fatal",
    ];

    private readonly DirectoryInfo _folder;
    private readonly Process _server;

    private PostgresServer(DirectoryInfo folder, Process server, string connectionString)
    {
        (_folder, _server) = (folder, server);
        ConnectionString = connectionString;
    }

    /// <summary>Where it listens, as Npgsql wants it.</summary>
    public string ConnectionString { get; }

    /// <summary>The newest PostgreSQL that is installed, or null.</summary>
    public static DirectoryInfo? FindPrograms() => new DirectoryInfo("/usr/lib/postgresql") is { Exists: true } all
        ? all.GetDirectories().Select(version => new DirectoryInfo(Path.Combine(version.FullName, "bin")))
            .Where(programs => File.Exists(Path.Combine(programs.FullName, "postgres")))
            .MaxBy(programs => int.TryParse(programs.Parent!.Name, CultureInfo.InvariantCulture, out var version) ? version : 0)
        : null;

    /// <summary>Starts it in a new folder and waits until it answers.</summary>
    public static async Task<PostgresServer> StartAsync(DirectoryInfo programs)
    {
        var folder = Directory.CreateTempSubdirectory("saima-bench-postgres-");
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", folder.FullName);
        var files = Path.Combine(folder.FullName, "data");
        await RunAsync(AsOrdinary(Path.Combine(programs.FullName, "initdb"), "-D", files, "-U", "bench", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"));
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        string[] options = [.. Settings.Append("listen_addresses=127.0.0.1").Append("unix_socket_directories=").SelectMany(setting => (string[])["-c", setting])];
        var server = Process.Start(StartOf(AsOrdinary([Path.Combine(programs.FullName, "postgres"), "-D", files, "-p", port, .. options])))!;
        var started = new PostgresServer(folder, server, $"Host=127.0.0.1;Port={port};Username=bench;Database=postgres;Pooling=false;Command Timeout=0");
        await started.WaitAsync();
        return started;
    }

    /// <summary>Ends it by its process id, orderly if it can, and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_server.HasExited)
            await RunAsync("kill", "-INT", _server.Id.ToString(CultureInfo.InvariantCulture));
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _server.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _server.Kill();
        }

        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WaitAsync()
    {
        using var timer = new PeriodicTimer(Pause);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience && !_server.HasExited;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                await timer.WaitForNextTickAsync(); // it does not listen yet
            }
        }

        await DisposeAsync();
        throw new BenchFailure("PostgreSQL did not start");
    }

    // The shell is left out: the process that starts is the server itself.
    private static string[] AsOrdinary(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--", .. command] : command;

    private static ProcessStartInfo StartOf(string[] command) => new(command[0], command[1..]) { UseShellExecute = false, WorkingDirectory = "/" };

    private static async Task RunAsync(params string[] command)
    {
        var start = StartOf(command);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new BenchFailure($"{string.Join(' ', command)} ended with {process.ExitCode}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
