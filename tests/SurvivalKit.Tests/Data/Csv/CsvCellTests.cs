using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cells that are not what the others of their column are: marks of missing values, typing errors, codes.</summary>
public sealed class CsvCellTests
{
    private const string Ages = "61,58,70.5,49,66,73,52,80,44,69,57";

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("NULL")]
    [InlineData("null")]
    [InlineData("<NA>")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("?")]
    [InlineData("missing")]
    public void A_mark_of_missing_values_is_missing_among_numbers_dates_and_truths(string mark)
    {
        DataFrame numbers = CsvText.Read($"x,y\n5,1\n{mark},2\n7.5,3\n");
        DataFrame dates = CsvText.Read($"x,y\n2024-03-31,1\n{mark},2\n2024-04-01,3\n");
        DataFrame truths = CsvText.Read($"x,y\nTRUE,1\n{mark},2\nF,3\n");

        Assert.Equal([5.0, null, 7.5], CsvText.Values(numbers, "x"));
        Assert.Equal([new DateTime(2024, 3, 31), null, new DateTime(2024, 4, 1)], CsvText.Values(dates, "x"));
        Assert.Equal([true, null, false], CsvText.Values(truths, "x"));
        Assert.Equal(mark is "" or "NA" or "NaN" or "nan" ? 0 : 1, SurvivalData.NotesOf(numbers).Length);
    }

    [Fact]
    public void A_mark_among_words_is_a_word_and_one_that_is_no_category_is_told()
    {
        DataFrame signs = CsvText.Read("er,y\n+,1\n-,2\n+,3\n");
        DataFrame dots = CsvText.Read("arm,y\nA,1\n.,2\nB,3\n");

        Assert.Equal(["+", "-", "+"], CsvText.Values(signs, "er"));
        Assert.Empty(SurvivalData.NotesOf(signs));
        Assert.Equal(["A", ".", "B"], CsvText.Values(dots, "arm"));
        Assert.Equal(
            ["row 2, column \"arm\": \".\" is kept as a word; --missing \".\" takes it as missing"], SurvivalData.NotesOf(dots));
    }

    [Theory]
    [InlineData("72 yrs")]
    [InlineData(">90")]
    [InlineData("approx 60")]
    [InlineData("6O")]
    [InlineData("12,5,3")]
    [InlineData("unknown")]
    public void A_column_of_numbers_with_a_stray_cell_is_an_error_where_it_is_used_and_only_there(string stray)
    {
        string[] ages = [.. Ages.Split(','), $"\"{stray}\""];
        string text = "time,status,age\n"
            + string.Join('\n', ages.Select((age, i) => FormattableString.Invariant($"{i + 1},{i % 2},{age}")));
        DataFrame data = CsvText.Read(text);

        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, status) ~ age"));
        Assert.Equal(("trial.csv", 12L, "age", stray), (e.File, e.Row, e.Column, e.Value));
        Assert.StartsWith($"trial.csv, row 12, column \"age\": \"{stray}\" is not a number", e.Message, StringComparison.Ordinal);
        Assert.Contains("--missing", e.Message, StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(age, status) ~ 1"));
        Assert.Throws<SurvivalDataException>(() => data.Filter("age > 60"));

        Assert.Equal(12, ModelFrame.Build(data, "Surv(time, status) ~ 1").Response.Count);
        Assert.Equal(12, ModelFrame.Build(data, "Surv(time, status) ~ cluster(age) + strata(age)").Response.Count);
        Assert.Equal(11, ModelFrame.Build(data, "Surv(time, status) ~ factor(age)").Design().Columns);
        Assert.Equal(1, ModelFrame.Build(data.Filter("time < 12"), "Surv(time, status) ~ age").Design().Columns);
        Assert.Equal(
            11, ModelFrame.Build(CsvText.Read(text, new() { Missing = ["", stray] }), "Surv(time, status) ~ age").Response.Count);
    }

    [Theory]
    [InlineData("1,1,2,2,3a,3a,3b,1,2,3a")]
    [InlineData("1,2,2,1,1,2,2,1,1,2,2,3a")]
    [InlineData("0,1,2,3,0,1,2,3,0,1,2,3,0,1,2,3,4+")]
    [InlineData("A12,7,B3,9,C4,11,D8,13")]
    [InlineData("I,II,III,2")]
    public void Words_that_are_partly_numbers_stay_words(string cells)
    {
        string[] words = cells.Split(',');
        DataFrame data = CsvText.Read("x,y\n" + string.Join('\n', words.Select(word => word + ",1")));

        Assert.Equal(words, CsvText.Values(data, "x"));
        Assert.Equal(words.Distinct().Count(), FrameColumns.Levels(data, "x").Names.Length);
    }

    [Fact]
    public void Codes_keep_their_leading_zeros_and_can_be_made_numbers()
    {
        DataFrame data = CsvText.Read("id,time\n01,0.5\n02,00.75\n10,1\n");

        Assert.Equal(["01", "02", "10"], CsvText.Values(data, "id"));
        Assert.Equal([0.5, 0.75, 1], CsvText.Values(data, "time").Select(Convert.ToDouble));
        Assert.Contains("leading zeros (01)", Assert.Single(SurvivalData.NotesOf(data)), StringComparison.Ordinal);
        Assert.Equal(2, data.Filter("as.numeric(id) < 5").Rows.Count);
        Assert.Equal(1, data.Filter("id == '01'").Rows.Count);
    }

    [Fact]
    public void A_date_with_a_stray_cell_is_an_error_where_it_is_used()
    {
        DataFrame data = CsvText.Read("entry,x\n2024-01-02,1\n2024-02-30,2\n2024-01-05,3\n2024-01-06,3\n");

        Assert.Contains(
            "row 2, column \"entry\": \"2024-02-30\" is not a date",
            Assert.Throws<SurvivalDataException>(() => data.Filter("entry > '2024-01-01'")).Message,
            StringComparison.Ordinal);
    }
}
