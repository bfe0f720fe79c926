using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Tests as rows of a table or frame.</summary>
internal static class TestTables
{
    /// <summary>The columns of <see cref="Cells"/>.</summary>
    public static IEnumerable<TableColumn> Columns => [new("test", TableAlignment.Left), new("statistic"), new("df"), new("P")];

    /// <summary>A test, with its P value to five decimals for comparison with a printed one.</summary>
    public static IEnumerable<TableCell> Cells(TestResult test) =>
    [
        test.Test,
        TableCell.Number(test.Statistic, NumberKind.Statistic, ""),
        TableCell.Number(test.DegreesOfFreedom, NumberKind.Freedom, ""),
        TableCell.Number(test.P, NumberKind.ExactP),
    ];

    public static DataFrame FrameOf(IReadOnlyList<TestResult> tests) => new(
        new StringDataFrameColumn("test", tests.Select(test => test.Test)),
        FrameColumn.Numbers("statistic", tests.Select(test => test.Statistic)),
        FrameColumn.Numbers("df", tests.Select(test => test.DegreesOfFreedom)),
        FrameColumn.Numbers("p", tests.Select(test => test.P)));
}
