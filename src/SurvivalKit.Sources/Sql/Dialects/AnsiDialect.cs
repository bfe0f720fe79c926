namespace SurvivalKit.Sources;

/// <summary>Standard SQL with parameters by name, as ADO.NET's providers take them: for databases that have no dialect of their
/// own.</summary>
internal sealed class AnsiDialect : SqlDialect
{
    public override string Name => "SQL";

    public override string Placeholder(int number) => FormattableString.Invariant($"@p{number}");

    public override string Limit(int rows) => FormattableString.Invariant($" FETCH FIRST {rows} ROWS ONLY");

    // Databases differ in what becomes of an exponential below the smallest double; e^-700 is 1e-304 and counts as little.
    public override string Exp(string number) =>
        FormattableString.Invariant($"EXP(CASE WHEN {number} < -700 THEN -700 ELSE {number} END)");
}
