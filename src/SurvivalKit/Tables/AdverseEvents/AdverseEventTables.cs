using System.Globalization;

namespace SurvivalKit;

/// <summary>Writes the numbers of a table of adverse events into cells.</summary>
internal static class AdverseEventTables
{
    public static TableModel Write(AdverseEventTable table)
    {
        (string Header, Func<AdverseEventCell, int> Count)[] grades = Grades(table);
        bool hasSystems = table.Options.System is not null;
        return new TableModel(
            "Adverse events",
            [
                new(hasSystems ? "System and term" : "Term", TableAlignment.Left),
                .. table.Groups.SelectMany(group => grades.Select((grade, place) => new TableColumn(
                    group.Name + (place == 0 ? string.Create(CultureInfo.InvariantCulture, $" (N = {group.N})") : "") + grade.Header))),
            ],
            table.Rows.Select(row => new TableRow(
                [
                    row.Term ?? row.System ?? "Any adverse event",
                    .. row.Cells.SelectMany((cell, place) => grades.Select(
                        grade => (TableCell)Share(grade.Count(cell), table.Groups[place].N))),
                ],
                hasSystems && row.Term is not null ? 1 : 0)),
            [.. Notes(table)])
        {
            Cautions = table.Cautions,
        };
    }

    private static (string, Func<AdverseEventCell, int>)[] Grades(AdverseEventTable table)
    {
        int high = table.Options.HighGrade;
        return table.Options.Grade is null ? [("", cell => cell.Subjects)]
            : table.Options.EachGrade
                ? [
                    (", any grade", cell => cell.Subjects),
                    .. Enumerable.Range(1, EventGrade.Highest).Select(grade => (
                        string.Create(CultureInfo.InvariantCulture, $", grade {grade}"),
                        (Func<AdverseEventCell, int>)(cell => cell.Grades[grade - 1]))),
                ]
            : [
                (", any grade", cell => cell.Subjects),
                (string.Create(CultureInfo.InvariantCulture, $", grade {high}{(high < EventGrade.Highest ? " or higher" : "")}"),
                    cell => cell.AtGrade(high)),
            ];
    }

    private static IEnumerable<TableNote> Notes(AdverseEventTable table)
    {
        yield return "n (%) of subjects; a subject counts once in a row"
            + (table.Options.Grade is null ? "." : ", at the worst grade.");
        bool hasOverall = table.Options.Overall && table.Options.By is not null;
        int unknown = table.Rows[0].Cells.Take(hasOverall ? 1 : table.Groups.Length).Sum(cell => cell.UnknownGrade);
        if (table.Options.Grade is not null && table.Rows.Any(row => row.Cells.Any(cell => cell.UnknownGrade > 0)))
        {
            yield return unknown > 0
                ? $"{NumberText.Count(unknown, "subject")} with no grade in the data counted under any grade only."
                : "Events without a grade are counted under any grade only.";
        }

        if (table.Hidden > 0)
        {
            string least = table.Options.AtLeast.ToString("0.##", CultureInfo.InvariantCulture);
            yield return $"{NumberText.Count(table.Hidden, "term")} below {least}% in every column not shown.";
        }

        if (table.WithoutArm > 0)
        {
            yield return $"{NumberText.Count(table.WithoutArm, "subject")} left out because {table.Options.By} is missing.";
        }
    }

    private static string Share(int count, int n) => count == 0
        ? "0"
        : string.Create(CultureInfo.InvariantCulture, $"{count} ({NumberText.Format(100.0 * count / n, NumberKind.Percent)}%)");
}
