using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The numbers of a table of adverse events at full precision.</summary>
internal static class AdverseEventNumbers
{
    public static DataFrame FrameOf(AdverseEventTable table)
    {
        (AdverseEventRow Row, AdverseEventGroup Group, AdverseEventCell Cell)[] cells =
            [.. table.Rows.SelectMany(row => row.Cells.Select((cell, place) => (row, table.Groups[place], cell)))];
        Int32DataFrameColumn Count(string name, Func<AdverseEventCell, int> of) => new(name, cells.Select(cell => of(cell.Cell)));
        return new DataFrame(
        [
            new StringDataFrameColumn("system", cells.Select(cell => cell.Row.System)),
            new StringDataFrameColumn("term", cells.Select(cell => cell.Row.Term)),
            new StringDataFrameColumn("group", cells.Select(cell => cell.Group.Name)),
            new Int32DataFrameColumn("n", cells.Select(cell => cell.Group.N)),
            Count("subjects", cell => cell.Subjects),
            FrameColumn.Numbers("percent", cells.Select(cell => 100.0 * cell.Cell.Subjects / cell.Group.N)),
            .. Enumerable.Range(1, EventGrade.Highest).Select(grade => Count(
                string.Create(CultureInfo.InvariantCulture, $"grade{grade}"), cell => cell.Grades[grade - 1])),
            Count("unknown_grade", cell => cell.UnknownGrade),
            Count("events", cell => cell.Events),
        ]);
    }

    public static ResultRecord RecordOf(AdverseEventTable table) => new()
    {
        ["subject"] = table.Subject,
        ["term"] = table.Term,
        ["system"] = table.Options.System,
        ["grade"] = table.Options.Grade,
        ["by"] = table.Options.By,
        ["withoutArm"] = table.WithoutArm,
        ["hidden"] = table.Hidden,
        ["cautions"] = table.Cautions,
        ["groups"] = table.Groups.Select(group => new ResultRecord { ["group"] = group.Name, ["n"] = group.N }),
        ["rows"] = table.Rows.Select(row => new ResultRecord
        {
            ["system"] = row.System,
            ["term"] = row.Term,
            ["cells"] = row.Cells.Select((cell, place) => new ResultRecord
            {
                ["subjects"] = cell.Subjects,
                ["percent"] = 100.0 * cell.Subjects / table.Groups[place].N,
                ["grades"] = cell.Grades,
                ["unknownGrade"] = cell.UnknownGrade,
                ["events"] = cell.Events,
            }),
        }),
    };
}
