using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Finds the rows that do not go with the row of the same subject before them; R's <c>survcheck</c>.</summary>
internal static class StateProblems
{
    /// <summary>All of them, by row.</summary>
    public static ImmutableArray<StateProblem> Find(StateRows rows)
    {
        var problems = ImmutableArray.CreateBuilder<StateProblem>();
        for (int row = 0; row < rows.Stop.Length; row++)
        {
            int before = rows.Before[row];
            if (before < 0)
            {
                continue;
            }

            bool isOther = rows.Given.Length > 0 && rows.Given[row] != rows.Current[row];
            double apart = rows.Start[row] - rows.Stop[before];
            if (apart < 0)
            {
                problems.Add(Make(rows, StateProblemKind.Overlap, row));
                if (rows.Start[row] == rows.Start[before] && rows.Stop[row] == rows.Stop[before])
                {
                    problems.Add(Make(rows, StateProblemKind.Duplicate, row));
                }
            }
            else if (apart > 0)
            {
                problems.Add(Make(rows, isOther ? StateProblemKind.Jump : StateProblemKind.Gap, row));
            }
            else if (isOther)
            {
                problems.Add(Make(rows, StateProblemKind.Teleport, row));
            }
        }

        return problems.DrainToImmutable();
    }

    private static StateProblem Make(StateRows rows, StateProblemKind kind, int row)
    {
        int before = rows.Before[row];
        int place = rows.Frame.Rows[row] + 1;
        int placeBefore = rows.Frame.Rows[before] + 1;
        string ended = rows.States[rows.Current[row]];
        string given = rows.States[rows.Given.Length == 0 ? rows.Current[row] : rows.Given[row]];
        string problem = kind switch
        {
            StateProblemKind.Overlap => FormattableString.Invariant(
                $"starts at {rows.Start[row]}, before row {placeBefore} ends at {rows.Stop[before]}; rows one after the other were expected."),
            StateProblemKind.Duplicate => $"has the same times as row {placeBefore}; one row for each time was expected.",
            StateProblemKind.Gap => FormattableString.Invariant(
                $"starts at {rows.Start[row]}, and row {placeBefore} ended at {rows.Stop[before]}; no gap was expected."),
            StateProblemKind.Jump => FormattableString.Invariant(
                $"starts at {rows.Start[row]} in the state \"{given}\", and row {placeBefore} ended at {rows.Stop[before]} in \"{ended}\"; the state in which it ended was expected, and no gap."),
            _ => FormattableString.Invariant(
                $"is in the state \"{given}\", and row {placeBefore} ended in \"{ended}\" at the same time; that state was expected."),
        };
        return new StateProblem(
            kind,
            rows.Names[row],
            place,
            placeBefore,
            FormattableString.Invariant($"Row {place} of the subject \"{rows.Names[row]}\" {problem}"));
    }
}
