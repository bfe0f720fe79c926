using System.Data.Common;
using DuckDB.NET.Data;
using Npgsql;

namespace SurvivalKit.Sources;

/// <summary>The dialects of connections.</summary>
internal static class SqlDialects
{
    /// <summary>The dialect of a connection; standard SQL where its driver is not known.</summary>
    public static SqlDialect Of(DbConnection connection) => connection switch
    {
        DuckDBConnection => new DuckDbDialect(),
        NpgsqlConnection => new PostgresDialect(),
        _ => new AnsiDialect(),
    };
}
