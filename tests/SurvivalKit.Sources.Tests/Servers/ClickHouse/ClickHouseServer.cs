namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>A ClickHouse server.</summary>
internal sealed class ClickHouseServer : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Makes a server that is not started yet.</summary>
    /// <param name="folder">The folder of its settings and data.</param>
    /// <param name="httpPort">The port of its HTTP interface.</param>
    /// <param name="port">The port by which the other servers reach it.</param>
    /// <param name="cluster">Those of all servers, in the order of the shards.</param>
    public ClickHouseServer(string folder, int httpPort, int port, IEnumerable<int> cluster)
    {
        Address = new Uri(FormattableString.Invariant($"http://127.0.0.1:{httpPort}/"));
        Directory.CreateDirectory(folder);
        string config = Path.Combine(folder, "config.xml");
        File.WriteAllText(config, ClickHouseConfiguration.Server(folder, httpPort, port, cluster));
        File.WriteAllText(Path.Combine(folder, "users.xml"), ClickHouseConfiguration.Users);
        Process = new(() => Launcher.Start(Servers.ClickHouse!, [$"--config-file={config}"]), AnswersAsync);
    }

    /// <summary>The address of its HTTP interface.</summary>
    public Uri Address { get; }

    /// <summary>The process.</summary>
    public ServerProcess Process { get; }

    /// <summary>Runs a statement, which may have data behind it, and returns the answer.</summary>
    public async Task<string> RunAsync(string text, byte[]? data = null)
    {
        using var content = new ByteArrayContent(data ?? []);
        using HttpResponseMessage response =
            await Http.PostAsync(new Uri(Address, "?query=" + Uri.EscapeDataString(text)), content);
        string answer = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode ? answer : throw new InvalidOperationException(answer);
    }

    /// <inheritdoc/>
    public void Dispose() => Process.Dispose();

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return await RunAsync("SELECT 1") == "1\n";
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
