namespace SurvivalKit.Published;

/// <summary>A column of a model: a number, or whether a category has a level.</summary>
/// <param name="Column">The column of the cohort.</param>
/// <param name="Level">The level; <see langword="null"/>: the column holds numbers.</param>
/// <param name="Value">The value of a patient; <see langword="null"/>: missing.</param>
internal sealed record CoxCovariate(string Column, string? Level, Func<int, double?> Value)
{
    /// <summary>The coefficient's name.</summary>
    public string Name => Column + Level;

    /// <summary>The columns that a variable brings into a model: one, or one a level but the first.</summary>
    public static IEnumerable<CoxCovariate> Of(CohortDraft draft, string column)
    {
        StudyVariable variable = draft.Study.Variable(column);
        if (variable.Kind != VariableKind.Category)
        {
            double?[] numbers = draft.Numbers(column);
            return [new(column, null, i => numbers[i])];
        }

        string?[] levels = draft.Levels(column);
        return variable.Levels.Skip(1).Select(level => new CoxCovariate(column, level, i => levels[i] is { } own ? (own == level ? 1 : 0) : null));
    }
}
