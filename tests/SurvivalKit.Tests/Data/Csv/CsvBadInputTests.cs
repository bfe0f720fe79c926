namespace SurvivalKit.Tests;

/// <summary>Every error in a file gives one sentence that says what is wrong, where, and what was expected.</summary>
public sealed class CsvBadInputTests
{
    [Fact]
    public void A_missing_file()
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => SurvivalData.ReadCsv("nowhere/no-such.csv"));

        Assert.Equal("nowhere/no-such.csv: there is no such file.", e.Message);
        Assert.Equal("nowhere/no-such.csv", e.File);
        Assert.Throws<SurvivalDataException>(() => SurvivalData.ReadCsv(""));
    }

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.StartsWith(
            ".: the file cannot be read",
            Assert.Throws<SurvivalDataException>(() => SurvivalData.ReadCsv(".")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_file_that_only_pretends_to_be_compressed()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv.gz");
        File.WriteAllText(path, "x\n1\n");
        try
        {
            Assert.Contains(
                "the gzipped data are damaged",
                Assert.Throws<SurvivalDataException>(() => SurvivalData.ReadCsv(path)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("", "trial.csv: the file is empty; a header line and rows were expected.")]
    [InlineData("\n\n", "trial.csv: the file is empty; a header line and rows were expected.")]
    [InlineData("time,status\n", "trial.csv: the file has a header but no rows; at least one row was expected.")]
    [InlineData("time,status\n1,1\n2\n", "trial.csv: row 2 (line 3) has 1 value; 2 were expected, as in the header.")]
    [InlineData("time,status\n1,1,1\n", "trial.csv: row 1 (line 2) has 3 values; 2 were expected, as in the header.")]
    [InlineData("time,status,time\n1,1,1\n", "trial.csv: the header names column \"time\" twice.")]
    [InlineData(",,\n,,\n", "trial.csv: no column has a name or a value; a header line and rows were expected.")]
    [InlineData("time,status\n5,1,1\n6,1,1\n", "trial.csv: row 1 (line 2) has 3 values; 2 were expected, as in the header.")]
    public void A_file_of_the_wrong_form(string text, string message)
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => CsvText.Read(text));

        Assert.Equal(message, e.Message);
        Assert.Equal("trial.csv", e.File);
    }

    [Fact]
    public void A_ragged_row_is_a_property_too() =>
        Assert.Equal(2, Assert.Throws<SurvivalDataException>(() => CsvText.Read("time,status\n1,1\n2\n")).Row);

    [Fact]
    public void A_quotation_mark_that_is_not_closed()
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => CsvText.Read("time,name\n1,Ann\n2,\"Bo\n3,Cy\n"));

        Assert.Contains("a quotation mark that is not closed", e.Message, StringComparison.Ordinal);
        Assert.StartsWith("trial.csv: line ", e.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BadCells => new()
    {
        { "number", "trial.csv, row 2, column \"x\": \"abc\" was found where a number was expected." },
        { "whole", "trial.csv, row 2, column \"x\": \"abc\" was found where a whole number was expected." },
        { "logical", "trial.csv, row 2, column \"x\": \"abc\" was found where TRUE or FALSE was expected." },
        { "date", "trial.csv, row 2, column \"x\": \"abc\" was found where a date as 2024-03-31 was expected." },
        { "factor", "trial.csv, row 2, column \"x\": \"abc\" was found where one of \"a\", \"b\" was expected." },
    };

    [Theory]
    [MemberData(nameof(BadCells))]
    public void A_bad_cell_gives_file_row_column_value_and_what_was_expected(string kind, string message)
    {
        ColumnKind asked = kind switch
        {
            "number" => ColumnKind.Number,
            "whole" => ColumnKind.WholeNumber,
            "logical" => ColumnKind.Logical,
            "date" => ColumnKind.Date,
            _ => ColumnKind.Factor("a", "b"),
        };
        SurvivalDataException e =
            Assert.Throws<SurvivalDataException>(() => CsvText.Read("id,x\n1,NA\n2,abc\n", CsvText.Schema(("x", asked))));

        Assert.Equal(message, e.Message);
        Assert.Equal(("trial.csv", 2L, "x", "abc"), (e.File, e.Row, e.Column, e.Value));
    }

    [Fact]
    public void A_fraction_where_a_whole_number_was_expected() =>
        Assert.Equal("2.5", Assert.Throws<SurvivalDataException>(
            () => CsvText.Read("x\n1\n2.5\n", CsvText.Schema(("x", ColumnKind.WholeNumber)))).Value);

    [Fact]
    public void A_schema_that_names_no_column()
    {
        SurvivalDataException e =
            Assert.Throws<SurvivalDataException>(() => CsvText.Read("time,status\n1,1\n", CsvText.Schema(("tiem", ColumnKind.Number))));

        Assert.Equal("trial.csv, column \"tiem\": the schema names it, but the file has only time, status.", e.Message);
        Assert.Equal("tiem", e.Column);
    }
}
