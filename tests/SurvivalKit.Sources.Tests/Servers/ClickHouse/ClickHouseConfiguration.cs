namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>The settings of the ClickHouse servers, as files of theirs.</summary>
internal static class ClickHouseConfiguration
{
    /// <summary>A user with a password who may do everything.</summary>
    public const string User = "reader";

    /// <summary>The password of the users that have one.</summary>
    public const string Password = "birch&wood 'n\" \\42";

    /// <summary>A user who may only read and change no setting.</summary>
    public const string Guarded = "guarded";

    /// <summary>A user who may only read and change no setting, and who gets answers without the shards that are lost.</summary>
    public const string Careless = "careless";

    /// <summary>A user whose profile allows answers without the shards that are lost, and may change that.</summary>
    public const string Lossy = "lossy";

    /// <summary>A user whose profile allows short and rough answers, and may change that.</summary>
    public const string Hasty = "hasty";

    /// <summary>The name of the cluster of all servers.</summary>
    public const string Cluster = "shards";

    /// <summary>The users.</summary>
    public static string Users => $"""
        <yandex>
          <profiles>
            <default><max_threads>2</max_threads><connect_timeout_with_failover_ms>2000</connect_timeout_with_failover_ms></default>
            <guarded><profile>default</profile><join_use_nulls>1</join_use_nulls><readonly>1</readonly></guarded>
            <careless><profile>default</profile><skip_unavailable_shards>1</skip_unavailable_shards><readonly>1</readonly></careless>
            <lossy><profile>default</profile><skip_unavailable_shards>1</skip_unavailable_shards><readonly>2</readonly></lossy>
            <hasty>
              <profile>default</profile>
              <distributed_group_by_no_merge>1</distributed_group_by_no_merge><max_rows_to_group_by>10</max_rows_to_group_by>
              <group_by_overflow_mode>any</group_by_overflow_mode><readonly>2</readonly>
            </hasty>
          </profiles>
          <quotas><default></default></quotas>
          <users>{UserOf("default", "", "default")}{UserOf(User, Password, "default")}{UserOf(Guarded, Password, Guarded)}
            {UserOf(Careless, Password, Careless)}{UserOf(Lossy, Password, Lossy)}
            {UserOf(Hasty, Password, Hasty)}</users>
        </yandex>
        """;

    /// <summary>A server.</summary>
    public static string Server(string folder, int httpPort, int port, IEnumerable<int> cluster) => FormattableString.Invariant($"""
        <yandex>
          <logger><level>warning</level><log>{folder}/log</log><errorlog>{folder}/errors</errorlog></logger>
          <listen_host>127.0.0.1</listen_host>
          <http_port>{httpPort}</http_port>
          <tcp_port>{port}</tcp_port>
          <path>{folder}/data/</path>
          <tmp_path>{folder}/temporary/</tmp_path>
          <user_files_path>{folder}/files/</user_files_path>
          <format_schema_path>{folder}/formats/</format_schema_path>
          <users_config>{folder}/users.xml</users_config>
          <mark_cache_size>67108864</mark_cache_size>
          <timezone>UTC</timezone>
          <default_profile>default</default_profile>
          <default_database>default</default_database>
          <remote_servers><{Cluster}>{string.Concat(cluster.Select(other => FormattableString.Invariant(
            $"<shard><replica><host>127.0.0.1</host><port>{other}</port></replica></shard>")))}</{Cluster}></remote_servers>
        </yandex>
        """);

    private static string UserOf(string name, string password, string profile) => $"""
        <{name}>
          <password>{System.Security.SecurityElement.Escape(password)}</password>
          <networks><ip>127.0.0.1</ip></networks><profile>{profile}</profile><quota>default</quota>
        </{name}>
        """;
}
