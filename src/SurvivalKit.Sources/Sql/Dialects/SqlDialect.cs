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

    /// <summary>What makes a transaction one that only reads; <see langword="null"/> where the database has no such transactions.</summary>
    public virtual string? ReadOnly => null;

    /// <summary>The placeholder of a parameter, counted from 1.</summary>
    public virtual string Placeholder(int number) => FormattableString.Invariant($"${number}");

    /// <summary>An identifier in its quotes.</summary>
    public virtual string Quote(string identifier) => $"\"{Checked(identifier).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text in its quotes, where the dialect has no placeholders.</summary>
    public virtual string Text(string value) => $"'{Checked(value).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A number of double precision, to the last bit.</summary>
    public virtual string Number(double value) => double.IsFinite(value)
        ? AsDouble(value.ToString("E16", CultureInfo.InvariantCulture))
        : AsDouble(value > 0 ? "'Infinity'" : value < 0 ? "'-Infinity'" : "'NaN'");

    /// <summary>An expression as a number of double precision.</summary>
    public virtual string AsDouble(string expression) => $"CAST({expression} AS DOUBLE PRECISION)";

    /// <summary>Whether a number of double precision is not a number.</summary>
    public virtual string IsNaN(string number) => $"({number} <> {number})";

    /// <summary>e to the power of a number, 0 where that is too small for a double.</summary>
    public virtual string Exp(string number) => $"exp({number})";

    /// <summary>The natural logarithm of a positive number.</summary>
    public virtual string Ln(string number) => $"ln({number})";

    /// <summary>A power of a number.</summary>
    public virtual string Power(string number, string exponent) => $"power({number}, {exponent})";

    /// <summary>The whole days from 1970-01-01 to a date, or days with their part to a time stamp.</summary>
    public virtual string Days(string date) => $"(CAST({date} AS DATE) - DATE '1970-01-01')";

    /// <summary>A statement that only describes the columns of a relation: it has no rows.</summary>
    public virtual string NoRows(string relation) => $"SELECT * FROM {relation} WHERE 1 = 0";

    /// <summary>A statement that names the parts of a table, a row each, where the table is spread over servers and each part is best
    /// summed up for itself; <see langword="null"/> where the database does so by itself.</summary>
    public virtual string? Parts(string table) => null;

    /// <summary>What ends a statement of which no more rows are wanted.</summary>
    public virtual string Limit(int rows) => FormattableString.Invariant($" LIMIT {rows}");

    /// <summary>Two relations joined where some columns, which have the same names in both, are equal.</summary>
    public virtual string Join(string left, string right, IEnumerable<string> columns) =>
        $"{left} INNER JOIN {right} USING ({string.Join(", ", columns)})";

    /// <summary>A relation of rows of numbers that stand in the statement.</summary>
    /// <param name="relation">Its name.</param>
    /// <param name="names">The names of its columns.</param>
    /// <param name="rows">Its rows.</param>
    public virtual string Values(string relation, IReadOnlyList<string> names, IReadOnlyList<double[]> rows) =>
        $"(VALUES {string.Join(", ", rows.Select(row => $"({string.Join(", ", row.Select(Number))})"))}) AS {relation} ({string.Join(", ", names)})";

    /// <summary>Throws where a name or value has a character that no database takes, or that marks a value in
    /// <see cref="SqlText"/>.</summary>
    protected static string Checked(string text) => text.AsSpan().ContainsAny('\0', SqlText.Mark)
        ? throw new SurvivalDataException("A name or text has a control character of code 0 or 1; none was expected in a database.")
        : text;
}
