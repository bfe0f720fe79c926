using System.Globalization;

namespace SurvivalKit.Sources;

/// <summary>How one kind of database writes identifiers, values and functions. What differs between databases stands here and in what
/// derives from it, and nowhere else.</summary>
internal abstract class SqlDialect
{
    /// <summary>The database, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Whether values are bound to placeholders; otherwise they stand in the text, quoted.</summary>
    public virtual bool HasParameters => true;

    /// <summary>The placeholder of a parameter, counted from 1.</summary>
    public virtual string Placeholder(int number) => FormattableString.Invariant($"${number}");

    /// <summary>An identifier in its quotes.</summary>
    public virtual string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in its quotes, where the dialect has no placeholders.</summary>
    public virtual string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A number of double precision, to the last bit.</summary>
    public virtual string Number(double value) => AsDouble($"'{value.ToString("R", CultureInfo.InvariantCulture)}'");

    /// <summary>An expression as a number of double precision.</summary>
    public virtual string AsDouble(string expression) => $"CAST({expression} AS DOUBLE PRECISION)";

    /// <summary>A statement that only describes the columns of a relation: it has no rows.</summary>
    public virtual string NoRows(string relation) => $"SELECT * FROM {relation} LIMIT 0";
}
