namespace SurvivalKit.Sources;

/// <summary>What kind of values a column of a database has.</summary>
internal enum SqlKind
{
    Number,
    Text,
    Truth,
    Date,
}

/// <summary>A column of a relation.</summary>
/// <param name="Name">Its name as the database has it.</param>
/// <param name="Kind">Its kind.</param>
internal sealed record SqlColumn(string Name, SqlKind Kind);
