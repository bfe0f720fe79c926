using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>The server programs of this machine.</summary>
internal static class Servers
{
    /// <summary>What is said where PostgreSQL is not on the machine.</summary>
    public const string NoPostgres = "PostgreSQL is not on this machine; on Debian: apt-get install postgresql-15.";

    /// <summary>What is said where ClickHouse is not on the machine.</summary>
    public const string NoClickHouse = "ClickHouse is not on this machine; on Debian: apt-get install clickhouse-server.";

    /// <summary>The folder with the programs of PostgreSQL, the newest where there are several; null where there is none.</summary>
    public static string? Postgres { get; } = FindPostgres();

    /// <summary>The program of ClickHouse; null where there is none.</summary>
    public static string? ClickHouse { get; } = OnPath("clickhouse-server");

    /// <summary>Skips the test where PostgreSQL is not installed.</summary>
    public static void RequirePostgres() => Assert.SkipUnless(Postgres is not null, NoPostgres);

    /// <summary>Skips the test where ClickHouse is not installed.</summary>
    public static void RequireClickHouse() => Assert.SkipUnless(ClickHouse is not null, NoClickHouse);

    /// <summary>Ports of the loopback device that nobody listens on.</summary>
    public static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }

    private static string? FindPostgres()
    {
        const string debian = "/usr/lib/postgresql";
        IEnumerable<string> ofDebian = !Directory.Exists(debian)
            ? []
            : Directory.GetDirectories(debian)
                .OrderByDescending(folder => double.TryParse(
                    Path.GetFileName(folder), CultureInfo.InvariantCulture, out double version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"));
        // Servers are started by a program of Linux; see ServerProcess.
        return !OperatingSystem.IsLinux() ? null
            : ofDebian.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")))
                ?? Path.GetDirectoryName(OnPath("postgres"));
    }

    private static string? OnPath(string program) => !OperatingSystem.IsLinux() ? null
        : $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/bin".Split(':')
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
