namespace SurvivalKit.Published;

/// <summary>Gives the P value of a table's row a verdict, by the counts or the means beside it.</summary>
internal static class RowPValueJudge
{
    public static ArithmeticResult Judge(TextTable table, TextTableGroups groups, TextRow row, PValuePart p) => ArithmeticResult.NotCheckable("todo" + table.Rows.Length + groups.RowsOf(row).Count + row.Label.Text + p.Text);
}
