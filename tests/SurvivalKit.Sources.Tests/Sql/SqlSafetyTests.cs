using System.Data.Common;
using DuckDB.NET.Data;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>Names and values of users are never read as SQL.</summary>
public class SqlSafetyTests
{
    private const string Column = "x\"; DROP TABLE t; --";
    private const string Level = "a'); DROP TABLE t; --";

    private static readonly DataFrame Rows = new(
        new DoubleDataFrameColumn("time", [1, 2, 3, 4, 5, 6, 7, 8]),
        new DoubleDataFrameColumn("status", [1, 1, 0, 1, 1, 0, 1, 1]),
        new DoubleDataFrameColumn(Column, [1, 0, 1, 1, 0, 2, 0, 1]),
        new StringDataFrameColumn("group'", [Level, "b", Level, "b", "b\\", Level, "b\\", "b"]));

    [Theory]
    [InlineData("Surv(time, status) ~ `x\"; DROP TABLE t; --`")]
    [InlineData("Surv(time, status) ~ `group'`")]
    [InlineData("Surv(time, status) ~ factor(`group'`, levels = c(\"b\", \"a'); DROP TABLE t; --\"))")]
    [InlineData("Surv(time, status) ~ I(`group'` == \"a'); DROP TABLE t; --\")")]
    public void ColumnsAndLevelsAreQuoted(string formula)
    {
        using DuckDBConnection database = DuckDbTable.Of(Rows);
        using var source = SqlSource.From(database, "t");
        SqlCoxTests.Check(CoxModel.Fit(Rows, formula), source.Cox(formula), Rows);
        SqlCurvesTests.Check(Rows, source, formula);
        Assert.Equal(8, Count(database));
    }

    [Theory]
    [InlineData("`group'` == \"a'); DROP TABLE t; --\"")]
    [InlineData("`x\"; DROP TABLE t; --` > 0")]
    [InlineData("`group'` %in% c(\"b\", \"' OR 1 = 1 --\")")]
    public void WhereIsQuoted(string expression)
    {
        using DuckDBConnection database = DuckDbTable.Of(Rows);
        using var source = SqlSource.From(database, "t");
        DataFrame chosen = Rows.Filter(expression);
        SameResults.Check(
            KaplanMeier.Fit(chosen, "Surv(time, status) ~ 1"), source.Where(expression).KaplanMeier("Surv(time, status) ~ 1"));
        Assert.Equal(8, Count(database));
    }

    [Theory]
    [InlineData("1 = 1; DROP TABLE t")]
    [InlineData("x) OR (1 = 1")]
    public void WhereIsNoSql(string expression)
    {
        using DuckDBConnection database = DuckDbTable.Of(Rows);
        using var source = SqlSource.From(database, "t");
        Assert.Throws<FormulaException>(() => source.Where(expression));
        Assert.Equal(8, Count(database));
    }

    [Fact]
    public void ATableIsAName()
    {
        using DuckDBConnection database = DuckDbTable.Of(Rows);
        using var source = SqlSource.From(database, "t; DROP TABLE t");
        Assert.Throws<SurvivalDataException>(() => source.KaplanMeier("Surv(time, status) ~ 1"));
        Assert.Equal(8, Count(database));
    }

    [Fact]
    public void CellsOfFewRowsStay()
    {
        using DuckDBConnection database = DuckDbTable.Of(Rows);
        using var source = SqlSource.From(database, "t", new SqlOptions { SmallestCell = 5 });
        foreach (Action ask in (Action[])[
            () => source.KaplanMeier("Surv(time, status) ~ 1"),
            () => source.Cox($"Surv(time, status) ~ `{Column}`"),
            () => source.BaselineTable("group'")])
        {
            Assert.Contains("fewer than 5 may not leave", Assert.Throws<SurvivalDataException>(ask).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void PasswordsAreNotPrinted()
    {
        using SqlSource source = SqlSource.Open("postgres://joe:secret@127.0.0.1:1/db?table=t");
        string message = Assert.Throws<SurvivalDataException>(() => source.KaplanMeier("Surv(a, b) ~ 1")).Message;
        Assert.StartsWith("postgres://127.0.0.1:1/db: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", message, StringComparison.Ordinal);
        Assert.DoesNotContain("joe", message, StringComparison.Ordinal);
        Assert.Equal("postgres://127.0.0.1:1/db", SqlSource.NameOf("postgres://joe:secret@127.0.0.1:1/db?table=t"));
    }

    private static double Count(DbConnection database)
    {
        using DbCommand command = database.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM t";
        return Convert.ToDouble(command.ExecuteScalar(), null);
    }
}
