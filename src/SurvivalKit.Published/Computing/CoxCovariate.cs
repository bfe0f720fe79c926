namespace SurvivalKit.Published;

/// <summary>A column of a model: a number, or whether a category has a level.</summary>
/// <param name="Column">The column of the cohort.</param>
/// <param name="Level">The level; <see langword="null"/>: the column holds numbers.</param>
/// <param name="Values">The value of each patient; <see langword="null"/>: missing. Those of a free indicator change
/// while they are sought.</param>
internal sealed record CoxCovariate(string Column, string? Level, double?[] Values)
{
    /// <summary>The coefficient's name.</summary>
    public string Name => Column + Level;

    /// <summary>The columns that a variable brings into a model: one, or one a level but the first.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="numbers">The numbers of a column.</param>
    /// <param name="levels">The levels of a column.</param>
    /// <exception cref="SurvivalDataException">A category has only one level.</exception>
    public static IEnumerable<CoxCovariate> Code(StudyVariable variable, Func<string, double?[]> numbers, Func<string, string?[]> levels) =>
        variable.Kind != VariableKind.Category
            ? [new(variable.Name, null, numbers(variable.Name))]
            : variable.Levels is [var only] ? throw new SurvivalDataException(
                $"{variable.Name} has only one group ({only}); two or more were expected.")
            : variable.Levels.Skip(1).Select(level => new CoxCovariate(
                variable.Name, level, Array.ConvertAll(levels(variable.Name), own => own is null ? (double?)null : own == level ? 1 : 0)));
}
