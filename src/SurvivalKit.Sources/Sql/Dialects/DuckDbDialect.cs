namespace SurvivalKit.Sources;

/// <summary>DuckDB.</summary>
internal sealed class DuckDbDialect : SqlDialect
{
    public override string Name => "DuckDB";

    public override string AsDouble(string expression) => $"CAST({expression} AS DOUBLE)";

    public override string IsNaN(string number) => $"isnan({number})";

    public override string Days(string date) => $"(epoch(CAST({date} AS TIMESTAMP)) / 86400)";
}
