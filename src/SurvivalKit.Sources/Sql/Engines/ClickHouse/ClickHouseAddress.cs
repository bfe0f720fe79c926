namespace SurvivalKit.Sources;

/// <summary>Where a ClickHouse server is, and as whom it is asked.</summary>
/// <param name="Server">The address of its HTTP interface, without a user.</param>
/// <param name="Database">The database.</param>
/// <param name="User">The user; <see langword="null"/>: the server's default one.</param>
/// <param name="Password">The password; <see langword="null"/>: none.</param>
internal sealed record ClickHouseAddress(Uri Server, string Database, string? User, string? Password)
{
    private const int UsualPort = 8123;

    /// <summary>What messages call it: never with a user or a password.</summary>
    public string Name => $"clickhouse://{Server.Host}:{Server.Port}/{Database}";

    /// <summary>Takes what is given; else what stands in the address; else CLICKHOUSE_USER and CLICKHOUSE_PASSWORD of the environment.
    /// </summary>
    /// <param name="address">An address with the scheme http or https, or clickhouse, which is http with the usual port 8123.</param>
    /// <param name="database">The database.</param>
    /// <param name="user">The user.</param>
    /// <param name="password">The password.</param>
    /// <exception cref="SurvivalDataException">The address is of another kind.</exception>
    public static ClickHouseAddress Of(Uri address, string database, string? user, string? password)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https" or "clickhouse"))
        {
            throw new SurvivalDataException(
                "The address of a ClickHouse server is no address of its HTTP interface; clickhouse://, http:// or https:// was expected.");
        }

        string[] given = address.UserInfo.Split(':', 2);
        var server = new UriBuilder(
            address.Scheme == "https" ? "https" : "http", address.Host, address.Port < 0 ? UsualPort : address.Port, "/");
        return new(
            server.Uri,
            database,
            user ?? Known(Uri.UnescapeDataString(given[0])) ?? Known(Environment.GetEnvironmentVariable("CLICKHOUSE_USER")),
            password ?? (given.Length > 1 ? Uri.UnescapeDataString(given[1]) : Environment.GetEnvironmentVariable("CLICKHOUSE_PASSWORD")));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string? Known(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
