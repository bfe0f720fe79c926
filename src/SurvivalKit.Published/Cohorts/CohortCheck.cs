using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Checks a cohort's values against the study file's description of their columns.</summary>
internal static class CohortCheck
{
    public static void Check(Cohort cohort, CohortColumns columns, string name)
    {
        foreach (StudyVariable variable in cohort.Study.Variables)
        {
            if (variable.Kind == VariableKind.Identifier)
            {
                CheckIdentifiers(columns.Levels(variable.Name), variable.Name, name);
            }
            else if (variable.Kind != VariableKind.Category)
            {
                CheckNumbers(columns.Numbers(variable.Name), variable, name);
            }
        }

        int armless = Array.IndexOf(columns.Levels(cohort.Study.ArmColumn), null);
        if (armless >= 0)
        {
            throw Error(name, armless, cohort.Study.ArmColumn, "the arm is missing; each patient was expected to have one.");
        }
    }

    private static SurvivalDataException Error(string name, int patient, string column, string problem) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}, row {patient + 1}, column \"{column}\": {problem}"));

    private static void CheckIdentifiers(string?[] names, string column, string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] is not { } patient || !seen.Add(patient))
            {
                throw Error(name, i, column, $"\"{names[i]}\" was found; a name that no other patient has was expected.");
            }
        }
    }

    private static void CheckNumbers(double?[] numbers, StudyVariable variable, string name)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] is { } number && Expected(variable, number) is { } expected)
            {
                throw Error(
                    name, i, variable.Name, string.Create(CultureInfo.InvariantCulture, $"{number} was found; {expected} was expected."));
            }
        }
    }

    private static string? Expected(StudyVariable variable, double number) => variable.Kind switch
    {
        VariableKind.Indicator => number is 0 or 1 ? null : "0 or 1",
        VariableKind.Grade => number == 0 || variable.Grades.Any(grade => grade == number)
            ? null
            : "0 or one of the grades " + string.Join(", ", variable.Grades),
        VariableKind.Time => number >= 0 ? null : "a time of 0 or more",
        _ => number >= variable.Minimum && number <= variable.Maximum
            ? null
            : FormattableString.Invariant($"a number from {variable.Minimum} to {variable.Maximum}"),
    };
}
