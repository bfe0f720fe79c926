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

    /// <summary>The first columns alone.</summary>
    public SqlAnswer First(int columns) => new([.. Names.Take(columns)], [.. Columns.Take(columns)], Rows);

    /// <summary>The rows that a condition chooses, of an answer of numbers.</summary>
    public SqlAnswer Where(Func<int, bool> isChosen)
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(isChosen)];
        return new(Names, [.. Columns.Select((_, column) => Array.ConvertAll(rows, row => Numbers(column)[row]))], rows.Length);
    }

    /// <summary>The rows of several answers to the same question.</summary>
    public static SqlAnswer Concat(IReadOnlyList<SqlAnswer> answers) => new(
        answers[0].Names,
        [
            .. answers[0].Names.Select((_, column) => answers.Any(answer => answer.IsText(column))
                ? (Array)answers.SelectMany(answer => answer.IsText(column) ? answer.Texts(column) : new string?[answer.Rows]).ToArray()
                : answers.SelectMany(answer => answer.Numbers(column)).ToArray()),
        ],
        answers.Sum(answer => answer.Rows))
    {
        Kinds = answers[0].Kinds,
    };
}
