using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The current values of a column that Cox models name, and the columns that it brings into them.</summary>
internal sealed class CovariateDraft
{
    private readonly double?[]? _numbers;
    private readonly string?[]? _levels;

    private CovariateDraft(StudyVariable variable, CovariateFreedom freedom, double?[]? numbers, string?[]? levels)
    {
        (Name, Freedom, _numbers, _levels) = (variable.Name, freedom, numbers, levels);
        Columns = [.. CoxCovariate.Code(variable, _ => numbers!, _ => levels!).Select(
            column => (column.Level, Array.ConvertAll(column.Values, value => value ?? double.NaN)))];
    }

    public string Name { get; }

    /// <summary>What a search may change of it.</summary>
    public CovariateFreedom Freedom { get; }

    /// <summary>The columns in a model, one a level but the first of a category; NaN is missing.</summary>
    public ImmutableArray<(string? Level, double[] Values)> Columns { get; }

    /// <summary>The values of a free indicator: 0, 1 or NaN.</summary>
    public double[] Values => Columns[0].Values;

    /// <summary>The columns that the Cox models of a study name.</summary>
    public static ImmutableArray<CovariateDraft> Find(CohortDraft draft)
    {
        Study study = draft.Study;
        string[] free = [.. draft.Free];
        return [.. study.Rows.Select(row => row.Measure).OfType<CoxMeasure>().SelectMany(cox => cox.Covariates)
            .Concat(free).Distinct().Select(name =>
            {
                StudyVariable variable = study.Variable(name);
                CovariateFreedom freedom = free.Contains(name) ? CovariateFreedom.Free
                    : IsExchangeable(study, variable) ? CovariateFreedom.WithinArms
                    : CovariateFreedom.None;
                return variable.Kind == VariableKind.Category
                    ? new CovariateDraft(variable, freedom, null, [.. draft.Levels(name)])
                    : new CovariateDraft(variable, freedom, [.. draft.Numbers(name)], null);
            })];
    }

    /// <summary>Gives a patient another value of a free indicator.</summary>
    public void Set(int patient, double value) => Values[patient] = value;

    /// <summary>Inverts a free indicator for all patients.</summary>
    public void Invert()
    {
        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] = 1 - Values[i];
        }
    }

    /// <summary>Two patients exchange their values.</summary>
    public void Exchange(int first, int second)
    {
        foreach ((_, double[] values) in Columns)
        {
            (values[first], values[second]) = (values[second], values[first]);
        }

        if (_numbers is not null)
        {
            (_numbers[first], _numbers[second]) = (_numbers[second], _numbers[first]);
        }
        else
        {
            (_levels![first], _levels[second]) = (_levels[second], _levels[first]);
        }
    }

    /// <summary>Whether two patients have different values.</summary>
    public bool Differ(int first, int second)
    {
        foreach ((_, double[] values) in Columns)
        {
            if (!values[first].Equals(values[second]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All values, to go back to.</summary>
    public Action Remember()
    {
        double[][] columns = [.. Columns.Select(column => (double[])column.Values.Clone())];
        object? own = (_numbers as Array ?? _levels)?.Clone();
        return () =>
        {
            for (int c = 0; c < columns.Length; c++)
            {
                columns[c].CopyTo(Columns[c].Values, 0);
            }

            (own as double?[])?.CopyTo(_numbers!, 0);
            (own as string?[])?.CopyTo(_levels!, 0);
        };
    }

    public void CopyTo(CohortDraft draft)
    {
        if (Freedom == CovariateFreedom.Free)
        {
            double?[] numbers = draft.Numbers(Name);
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = double.IsNaN(Values[i]) ? null : Values[i];
            }
        }
        else if (Freedom == CovariateFreedom.WithinArms && _numbers is not null)
        {
            _numbers.CopyTo(draft.Numbers(Name), 0);
        }
        else if (Freedom == CovariateFreedom.WithinArms)
        {
            _levels!.CopyTo(draft.Levels(Name), 0);
        }
    }

    // Exchanged within an arm, a column keeps all its own figures; not those in which it stands together with another one, or with times.
    private static bool IsExchangeable(Study study, StudyVariable variable) =>
        variable.Name != study.ArmColumn
            && variable.Kind is VariableKind.Category or VariableKind.Indicator or VariableKind.Continuous
            && variable.Follows is null
            && study.Endpoints.All(endpoint => endpoint.Event != variable.Name)
            && !study.Rows.Any(row => row.Measure is CountMeasure or PValueMeasure
                && row.Measure.Columns.Length > 1 && row.Measure.Columns.Contains(variable.Name));
}
