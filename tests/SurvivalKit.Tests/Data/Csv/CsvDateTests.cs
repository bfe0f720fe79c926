using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Dates as people write them, each column in one order.</summary>
public sealed class CsvDateTests
{
    [Theory]
    [InlineData("24/06/2019", "05/04/2019")]
    [InlineData("24.06.2019", "5.4.2019")]
    [InlineData("24-06-2019", "05-04-2019")]
    [InlineData("24.6.19", "5.4.19")]
    [InlineData("06/24/2019", "04/05/2019")]
    [InlineData("6/24/19", "4/5/19")]
    [InlineData("2019-06-24", "2019-04-05")]
    [InlineData("2019/06/24", "2019/04/05")]
    [InlineData("24-Jun-2019", "05-Apr-2019")]
    [InlineData("24 June 2019", "5 April 2019")]
    [InlineData("Jun 24, 2019", "Apr 5, 2019")]
    [InlineData("24JUN2019", "05APR2019")]
    [InlineData("24-Jun-19", "05-Apr-19")]
    public void The_order_of_a_column_is_that_in_which_all_its_dates_are_dates(string first, string second) =>
        Assert.Equal(
            [new DateTime(2019, 6, 24), new DateTime(2019, 4, 5)], CsvText.Values(CsvText.Read($"x;y\n{first};1\n{second};2\n"), "x"));

    [Theory]
    [InlineData("24/06/2019 14:30", 14, 30, 0)]
    [InlineData("24/06/2019 2:30 PM", 14, 30, 0)]
    [InlineData("24/06/2019 14:30:05", 14, 30, 5)]
    [InlineData("24JUN2019:14:30:05", 14, 30, 5)]
    [InlineData("2019-06-24T16:30:00+02:00", 14, 30, 0)]
    [InlineData("24/06/2019 00:00", 0, 0, 0)]
    public void A_date_may_have_a_time_of_day(string cell, int hour, int minute, int second) =>
        Assert.Equal([new DateTime(2019, 6, 24, hour, minute, second)], CsvText.Values(CsvText.Read($"x,y\n{cell},1\n"), "x"));

    [Fact]
    public void Years_of_two_digits_are_read_as_R_reads_them() =>
        Assert.Equal([2068, 1969], CsvText.Values(CsvText.Read("x,y\n24/06/68,1\n24/06/69,2\n"), "x").Select(x => ((DateTime)x!).Year));

    [Fact]
    public void A_column_that_could_be_read_in_two_ways_follows_another_one_or_asks()
    {
        const string undecided = "entry,time,status\n05/04/2019,1,1\n06/07/2019,2,0\n";
        DataFrame alone = CsvText.Read(undecided);

        Assert.Contains("--dates", Assert.Throws<SurvivalDataException>(
            () => alone.Filter("entry > '2019-01-01'")).Message, StringComparison.Ordinal);
        Assert.Equal(2, ModelFrame.Build(alone, "Surv(time, status) ~ 1").Response.Count);
        Assert.Equal(4, Month(CsvText.Read(undecided, new() { Dates = DateOrder.DayMonthYear })));
        Assert.Equal(5, Month(CsvText.Read(undecided, new() { Dates = DateOrder.MonthDayYear })));
        Assert.Equal(4, Month(CsvText.Read("entry,exit\n05/04/2019,24/06/2019\n06/07/2019,06/07/2019\n")));
        Assert.Equal(5, Month(CsvText.Read("entry,exit\n05/04/2019,06/24/2019\n06/07/2019,06/07/2019\n")));
        Assert.Equal(6, Month(CsvText.Read("entry,x\n06/06/2019,1\n07/07/2019,2\n")));
    }

    [Fact]
    public void Differences_of_dates_are_days_and_can_be_months_and_years()
    {
        DataFrame data = CsvText.Read("entry,exit,status\n2019-01-01,2020-01-01,1\n2019-03-01 12:00,2019-03-02,0\nNA,2019-03-02,0\n");

        Assert.Equal([365, 0.5], ModelFrame.Build(data, "Surv(exit - entry, status) ~ 1").Response.Time);
        Assert.Equal(365 / 30.4375, ModelFrame.Build(data, "Surv(months(exit - entry), status) ~ 1").Response.Time[0], 15);
        Assert.Equal(365 / 365.25, ModelFrame.Build(data, "Surv(years(exit - entry), status) ~ 1").Response.Time[0], 15);
        Assert.Equal([366, 1], ModelFrame.Build(
            data, "Surv(as.Date(exit) - as.Date(entry) + 1, status) ~ 1").Response.Time.Select(time => time == 2 ? 1 : time));
        Assert.Contains("exit is a date; a time was expected", Assert.Throws<FormulaException>(
            () => ModelFrame.Build(data, "Surv(exit, status) ~ 1")).Message, StringComparison.Ordinal);
        Assert.Equal(1, data.Filter("exit >= '2020-01-01'").Rows.Count);
        Assert.Equal(1, data.Filter("'2019-02-01' > entry").Rows.Count);
        Assert.Contains("no date", Assert.Throws<FormulaException>(() => data.Filter("exit > 'May'")).Message, StringComparison.Ordinal);
    }

    private static int Month(DataFrame data)
    {
        DataFrameColumn column = data.Columns["entry"] is UncertainColumn uncertain ? uncertain.Resolve(null) : data.Columns["entry"];
        return ((DateTime)column[0]).Month;
    }
}
