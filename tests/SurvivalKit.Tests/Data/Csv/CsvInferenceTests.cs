using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

public sealed class CsvInferenceTests
{
    [Fact]
    public void Kinds_are_inferred_over_the_whole_file()
    {
        DataFrame frame = CsvText.Read("""
            id,time,dead,seen,arm,late
            1,5,TRUE,2024-03-31,A,1
            2,7.5,F,2024-04-01,B,2
            3,NA,,,NA,x
            """);

        Assert.IsType<Int32DataFrameColumn>(frame.Columns["id"]);
        Assert.IsType<DoubleDataFrameColumn>(frame.Columns["time"]);
        Assert.IsType<BooleanDataFrameColumn>(frame.Columns["dead"]);
        Assert.IsType<DateTimeDataFrameColumn>(frame.Columns["seen"]);
        Assert.IsType<StringDataFrameColumn>(frame.Columns["arm"]);
        Assert.IsType<StringDataFrameColumn>(frame.Columns["late"]);
        Assert.Equal([5.0, 7.5, null], CsvText.Values(frame, "time"));
        Assert.Equal([true, false, null], CsvText.Values(frame, "dead"));
        Assert.Equal([new DateTime(2024, 3, 31), new DateTime(2024, 4, 1), null], CsvText.Values(frame, "seen"));
        Assert.Equal(["A", "B", null], CsvText.Values(frame, "arm"));
        Assert.Equal(["1", "2", "x"], CsvText.Values(frame, "late"));
    }

    [Fact]
    public void A_fraction_in_the_last_row_makes_a_column_of_numbers()
    {
        string rows = string.Join('\n', Enumerable.Range(1, 2000));

        Assert.IsType<DoubleDataFrameColumn>(CsvText.Read($"x\n{rows}\n0.5\n").Columns["x"]);
    }

    [Theory]
    [InlineData("1e-3", 1e-3)]
    [InlineData("-2.5E+10", -2.5e10)]
    [InlineData(".5", 0.5)]
    [InlineData("Inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("+4.0", 4)]
    public void Numbers_are_read_as_R_writes_them(string cell, double value) =>
        Assert.Equal([value], CsvText.Values(CsvText.Read($"x,y\n{cell},1\n"), "x"));

    [Theory]
    [InlineData("0,125,000")]
    [InlineData("0x1F")]
    [InlineData("(5)")]
    [InlineData("1e999")]
    [InlineData("5%")]
    public void What_only_looks_like_a_number_stays_text(string cell) =>
        Assert.Equal([cell], CsvText.Values(CsvText.Read($"x\n\"{cell}\"\n"), "x"));

    [Fact]
    public void Whole_numbers_beyond_32_bits_are_kept()
    {
        DataFrame frame = CsvText.Read("x\n1\n9007199254740993\n");

        Assert.Equal([1L, 9007199254740993L], CsvText.Values(frame, "x"));
    }

    [Fact]
    public void A_column_that_is_all_missing_is_a_column_of_numbers() =>
        Assert.Equal([null, null], CsvText.Values(CsvText.Read("x,y\nNA,1\n,2\n"), "x"));

    [Fact]
    public void Other_words_can_stand_for_missing()
    {
        DataFrame frame = CsvText.Read("x,y\n.,unknown\n5,NA\n", new() { Missing = [".", "unknown"] });

        Assert.Equal([null, 5], CsvText.Values(frame, "x"));
        Assert.Equal([null, "NA"], CsvText.Values(frame, "y"));
    }

    [Fact]
    public void A_schema_wins_over_what_would_be_inferred()
    {
        DataFrame frame = CsvText.Read(
            "id,x,arm\n007,1,treated\n010,2,control\n",
            CsvText.Schema(("id", ColumnKind.Text), ("x", ColumnKind.Number), ("arm", ColumnKind.Factor("control", "treated", "other"))));

        Assert.Equal(["007", "010"], CsvText.Values(frame, "id"));
        Assert.Equal([1.0, 2.0], CsvText.Values(frame, "x"));
        Assert.Equal(["control", "treated", "other"], Assert.IsType<FactorColumn>(frame.Columns["arm"]).Levels);
    }

    [Fact]
    public void A_factor_without_levels_sorts_those_of_the_file()
    {
        DataFrame frame = CsvText.Read("g\nb\nA\na\nB\nNA\n", CsvText.Schema(("g", ColumnKind.Factor())));

        Assert.Equal(["a", "A", "b", "B"], Assert.IsType<FactorColumn>(frame.Columns["g"]).Levels);
        Assert.Equal(["b", "A", "a", "B", null], CsvText.Values(frame, "g"));
    }

    [Theory]
    [InlineData("2024-03-31 14:30", 14, 30)]
    [InlineData("2024-03-31T14:30:00", 14, 30)]
    [InlineData("2024-03-31T14:30:00Z", 14, 30)]
    [InlineData("2024-03-31T16:30:00+02:00", 14, 30)]
    public void Dates_may_have_a_time(string cell, int hour, int minute) =>
        Assert.Equal([new DateTime(2024, 3, 31, hour, minute, 0)], CsvText.Values(CsvText.Read($"x\n{cell}\n"), "x"));

    [Theory]
    [InlineData("31.13.2024")]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("13/31/2024")]
    [InlineData("1.2.3")]
    [InlineData("5-10-2")]
    [InlineData("March")]
    [InlineData("31-Foo-2024")]
    public void What_only_looks_like_a_date_stays_text(string cell) =>
        Assert.Equal([cell], CsvText.Values(CsvText.Read($"x\n{cell}\n"), "x"));
}
