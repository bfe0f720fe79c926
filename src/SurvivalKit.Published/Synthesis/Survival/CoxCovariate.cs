namespace SurvivalKit.Published;

/// <summary>A column of a model: a number, or whether a category has a level.</summary>
/// <param name="Column">The column of the cohort.</param>
/// <param name="Level">The level; <see langword="null"/>: the column has numbers.</param>
/// <param name="Values">The value of each patient; <see langword="null"/>: missing. Those of a free indicator change during the
/// search.</param>
internal sealed record CoxCovariate(string Column, string? Level, double?[] Values)
{
    /// <summary>The coefficient's name.</summary>
    public string Name => Column + Level;

    /// <summary>The columns of a variable in a model: one, or one for each level except the first.</summary>
    public static IEnumerable<CoxCovariate> Of(CohortDraft draft, SurvivalDraft survival, string column)
    {
        if (survival.Free.FirstOrDefault(indicator => indicator.Name == column) is { } free)
        {
            return [new(column, null, free.Values)];
        }

        StudyVariable variable = draft.Study.Variable(column);
        if (variable.Kind != VariableKind.Category)
        {
            return [new(column, null, draft.Numbers(column))];
        }

        string?[] levels = draft.Levels(column);
        return variable.Levels.Skip(1).Select(level => new CoxCovariate(
            column, level, Array.ConvertAll(levels, own => own is null ? (double?)null : own == level ? 1 : 0)));
    }
}
