namespace SurvivalKit.Sources;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgresDialect : SqlDialect
{
    public override string Name => "PostgreSQL";

    public override string? ReadOnly => "SET TRANSACTION READ ONLY";

    // Here not-a-number equals itself.
    public override string IsNaN(string number) => $"({number} = {Number(double.NaN)})";

    // An exponential below the smallest double is an error here; e^-700 is 1e-304 and counts as little.
    public override string Exp(string number) => $"EXP(GREATEST({number}, -700))";

    public override string Days(string date) => $"CAST(EXTRACT(EPOCH FROM CAST({date} AS timestamp)) / 86400 AS DOUBLE PRECISION)";
}
