namespace SurvivalKit.Sources;

/// <summary>The rows of an answer by columns: numbers (null as not-a-number; true and false as 1 and 0) or texts.</summary>
/// <param name="Names">The names of the columns.</param>
/// <param name="Columns">For each column a <c>double[]</c> or a <c>string?[]</c>.</param>
/// <param name="Rows">The number of rows.</param>
internal sealed record SqlAnswer(IReadOnlyList<string> Names, IReadOnlyList<Array> Columns, int Rows)
{
    /// <summary>What each column holds in the database; dates come as days since 1970-01-01.</summary>
    public IReadOnlyList<SqlKind> Kinds { get; init; } = [];

    /// <summary>The numbers of a column.</summary>
    public double[] Numbers(int column) => (double[])Columns[column];

    /// <summary>Whether a column holds texts.</summary>
    public bool IsText(int column) => Columns[column] is string?[];

    /// <summary>The texts of a column.</summary>
    public string?[] Texts(int column) => (string?[])Columns[column];
}
