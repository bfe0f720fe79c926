using System.Globalization;

namespace SurvivalKit.Sources;

/// <summary>The settings that a statement is run with. Only what the server has and holds otherwise is sent, since old and new servers
/// have different ones and a user whose profile is read-only may not change any.</summary>
/// <remarks><c>readonly</c> is 1 where the user may choose: it refuses everything but reading, changing settings by a SETTINGS clause, and
/// table functions that reach other servers and files; 2 would allow the last two. The settings in the address are judged by the
/// profile of the user, not by the <c>readonly</c> beside them, so that 1 does not stand in their way. It stays 2 where the profile has
/// 2.</remarks>
internal static class ClickHouseSettings
{
    /// <summary>What the settings of a user are asked with.</summary>
    public const string Query = "SELECT name, value FROM system.settings";

    private const string ReadOnly = "readonly";
    private const int MostBytesOfStatement = 262_144;

    /// <summary>What a right answer depends on. A profile may say otherwise of each: let a lost shard out, answer with the rows that were
    /// read in time, group by the first keys only, not add up the groups of the shards, count roughly.</summary>
    private static readonly (string Name, string Value)[] Exact =
    [
        ("skip_unavailable_shards", "0"), ("distributed_group_by_no_merge", "0"), ("count_distinct_implementation", "uniqExact"),
        ("empty_result_for_aggregation_by_empty_set", "0"), ("join_use_nulls", "1"), ("limit", "0"), ("offset", "0"),
        .. new[]
        {
            "read", "read_leaf", "group_by", "sort", "result", "timeout", "timeout_leaf", "set", "join", "transfer", "distinct",
        }.Select(kind => (
            kind.EndsWith("_leaf", StringComparison.Ordinal) ? kind.Replace("_leaf", "_overflow_mode_leaf", StringComparison.Ordinal)
                : kind + "_overflow_mode",
            "throw")),
    ];

    /// <summary>What helps. Subqueries on distributed tables are sent to the shards whole; without, they are refused.</summary>
    private static readonly (string Name, string Value)[] Wanted =
    [
        ("distributed_product_mode", "global"), ("cancel_http_readonly_queries_on_client_close", "1"), ("precise_float_parsing", "1"),
    ];

    /// <summary>The settings to send.</summary>
    /// <param name="server">The settings of the user.</param>
    /// <param name="options">The limits.</param>
    /// <param name="statementBytes">The length of the statement.</param>
    /// <param name="database">What messages call the database.</param>
    /// <exception cref="SurvivalDataException">The user may not change a setting that a right answer depends on.</exception>
    public static IEnumerable<(string Name, string Value)> Of(
        IReadOnlyDictionary<string, string> server, SqlOptions options, int statementBytes, string database)
    {
        (string Name, string Value)[] needed = [.. Exact.Where(setting => Differs(server, setting))];
        if (server.GetValueOrDefault(ReadOnly) == "1")
        {
            return needed.Length == 0
                ? []
                : throw new SurvivalDataException(
                    $"{database}: the user may not change settings (readonly = 1 in its profile), and {needed[0].Name} is "
                    + $"{server[needed[0].Name]}; {needed[0].Value}, or a profile with readonly = 2, was expected.");
        }

        var settings = needed.Concat(Wanted.Where(setting => Differs(server, setting))).ToList();
        if (server.GetValueOrDefault(ReadOnly) != "2")
        {
            settings.Add((ReadOnly, "1"));
        }

        Lower("max_execution_time");
        // A shard that is silent for so long is given up by the server too.
        Lower("receive_timeout");
        if (statementBytes > MostBytesOfStatement)
        {
            settings.Add(("max_query_size", (2L * statementBytes).ToString(CultureInfo.InvariantCulture)));
        }

        return settings;

        void Lower(string name)
        {
            bool isLower = double.TryParse(server.GetValueOrDefault(name), CultureInfo.InvariantCulture, out double held)
                && held > 0 && held <= options.TimeoutSeconds;
            if (options.TimeoutSeconds > 0 && !isLower)
            {
                settings.Add((name, options.TimeoutSeconds.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static bool Differs(IReadOnlyDictionary<string, string> server, (string Name, string Value) setting) =>
        server.TryGetValue(setting.Name, out string? held) && held != setting.Value;
}
