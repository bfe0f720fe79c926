namespace SurvivalKit.Sources;

/// <summary>Standard SQL with parameters by name, as ADO.NET's providers take them: for databases that have no dialect of their own.</summary>
internal sealed class AnsiDialect : SqlDialect
{
    public override string Name => "SQL";

    public override string Placeholder(int number) => FormattableString.Invariant($"@p{number}");

    public override string NoRows(string relation) => $"SELECT * FROM {relation} WHERE 1 = 0";
}
