using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>The columns of a cohort as plain arrays, read from the frame once.</summary>
internal sealed class CohortColumns
{
    private readonly Dictionary<string, double?[]> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?[]> _levels = new(StringComparer.Ordinal);

    public CohortColumns(Study study, DataFrame patients)
    {
        foreach (StudyVariable variable in study.Variables)
        {
            DataFrameColumn column = patients.Columns[variable.Name];
            if (variable.Kind is VariableKind.Identifier or VariableKind.Category)
            {
                _levels[variable.Name] = [.. Enumerable.Range(0, (int)column.Length).Select(i => (string?)column[i])];
            }
            else
            {
                _numbers[variable.Name] = [.. Enumerable.Range(0, (int)column.Length)
                    .Select(i => column[i] is { } value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : (double?)null)];
            }
        }
    }

    /// <summary>The numbers of a column; <see langword="null"/> is missing.</summary>
    public double?[] Numbers(string column) => _numbers[column];

    /// <summary>The levels or names of a column; <see langword="null"/> is missing.</summary>
    public string?[] Levels(string column) => _levels[column];

    /// <summary>Those of the patients whose time and event of an endpoint are known.</summary>
    public int[] Observed(StudyEndpoint endpoint, IEnumerable<int> patients) =>
        [.. patients.Where(i => _numbers[endpoint.Time][i] is not null && _numbers[endpoint.Event][i] is not null)];

    /// <summary>The observations of an endpoint of patients who are <see cref="Observed"/>.</summary>
    public Surv Response(StudyEndpoint endpoint, int[] patients) => Surv.Right(
        Array.ConvertAll(patients, i => _numbers[endpoint.Time][i]!.Value), Array.ConvertAll(
            patients, i => _numbers[endpoint.Event][i] == 1));

    /// <summary>Whether a patient's value in one column meets a condition.</summary>
    public bool Holds(PatientCondition condition, string column, int patient) => _levels.TryGetValue(column, out string?[]? levels)
        ? condition.Holds(levels[patient])
        : condition.Holds(_numbers[column][patient]);

    /// <summary>Whether a patient meets a condition in one of its columns.</summary>
    public bool Holds(PatientCondition condition, int patient) => condition.Columns.Any(column => Holds(condition, column, patient));

    /// <summary>Whether a patient's value is missing in all of a condition's columns.</summary>
    public bool IsMissing(PatientCondition condition, int patient) => condition.Columns.All(column =>
        _levels.TryGetValue(column, out string?[]? levels) ? levels[patient] is null : _numbers[column][patient] is null);
}
