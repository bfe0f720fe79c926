namespace SurvivalKit.Sources;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    public override string Name => "PostgreSQL";

    public override string? ReadOnly => "SET TRANSACTION READ ONLY";

    // Here not-a-number equals itself.
    public override string IsNaN(string number) => $"({number} = {Number(double.NaN)})";

    // An exponential below the smallest double is an error here; e^-700 is 1e-304 and counts as little. GREATEST() would not be computed
    // by a foreign server.
    public override string Exp(string number) => $"EXP(CASE WHEN {number} < -700 THEN -700 ELSE {number} END)";

    // Version 15 sends the rows of foreign partitions where a table is grouped as a whole, and sums where each is grouped for itself.
    public override string? Parts(string table) =>
        $"SELECT CAST(CAST(part.relid AS regclass) AS text) FROM pg_partition_tree({Text(table)}) AS part WHERE part.isleaf AND EXISTS (SELECT 1 FROM pg_partition_tree({Text(table)}) AS other INNER JOIN pg_class ON pg_class.oid = other.relid WHERE pg_class.relkind = 'f')";

    public override string Days(string date) => $"CAST(EXTRACT(EPOCH FROM CAST({date} AS timestamp)) / 86400 AS DOUBLE PRECISION)";
}
