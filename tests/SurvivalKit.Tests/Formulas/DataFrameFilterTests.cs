using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Rows chosen by an expression are those of R's <c>subset</c>.</summary>
public sealed class DataFrameFilterTests
{
    private static readonly DataFrame Data = CsvText.Read("""
        row,arm,age,day,ok
        1,A,61,2019-06-24,TRUE
        2,B,58,2019-07-01,FALSE
        3,A,NA,2019-05-01,TRUE
        4,,70,NA,NA
        5,C,70,2020-01-01,FALSE
        """);

    // R 4.2: with(d, row[which(<expression>)]).
    [Theory]
    [InlineData("arm == 'A'", "1,3")]
    [InlineData("arm == \"A\" & age > 60", "1")]
    [InlineData("arm != 'A'", "2,5")]
    [InlineData("arm == 'A' | age >= 70", "1,3,4,5")]
    [InlineData("!(arm == 'A')", "2,5")]
    [InlineData("arm %in% c('A', 'C')", "1,3,5")]
    [InlineData("!arm %in% c('A', 'C')", "2,4")]
    [InlineData("!(arm %in% 'A')", "2,4,5")]
    [InlineData("age %in% c(58, 70)", "2,4,5")]
    [InlineData("is.na(age)", "3")]
    [InlineData("!is.na(age) & !is.na(arm)", "1,2,5")]
    [InlineData("is.na(day) | is.na(arm)", "4")]
    [InlineData("age < 60 || age == 70", "2,4,5")]
    [InlineData("age + 1 <= 62", "1,2")]
    [InlineData("log(age) > 4.2", "4,5")]
    [InlineData("day >= '2019-06-24' & day < '2020-01-01'", "1,2")]
    [InlineData("day == \"2019-05-01\"", "3")]
    [InlineData("as.Date('2019-06-24') == day", "1")]
    [InlineData("ok", "1,3")]
    [InlineData("!ok", "2,5")]
    [InlineData("ok == FALSE", "2,5")]
    [InlineData("age > 100", "")]
    public void The_rows_are_those_in_which_it_is_true(string expression, string rows) => Assert.Equal(
        rows, string.Join(',', CsvText.Values(Data.Filter(expression), "row")));

    [Theory]
    [InlineData("sex == 'm'", "there is no column \"sex\" in trial.csv")]
    [InlineData("age", "not true or false")]
    [InlineData("age >", "was expected")]
    [InlineData("arm > 'A' &", "was expected")]
    [InlineData("age %in% arm", "%in% takes values on its right")]
    [InlineData("middle(age) > 5", "there is no function \"middle\"")]
    [InlineData("", "was expected")]
    [InlineData("arm = 'A'", "was expected")]
    public void What_cannot_be_an_answer_is_a_sentence(string expression, string sentence) =>
        Assert.Contains(sentence, Assert.ThrowsAny<SurvivalDataException>(() => Data.Filter(expression)).Message, StringComparison.Ordinal);

    [Fact]
    public void Chosen_rows_keep_levels_file_and_marks()
    {
        DataFrame data = CsvText.Read(
            "g,status,x\na,1,1\nb,.,2\nc,0,3\nd,1,4\n", CsvText.Schema(("g", ColumnKind.Factor("d", "c", "b", "a"))));

        Assert.Equal(["d", "c", "b", "a"], ((FactorColumn)data.Filter("x > 1").Columns["g"]).Levels);
        Assert.Equal(1, Assert.Throws<SurvivalDataException>(
            () => ModelFrame.Build(data.Filter("x > 1"), "Surv(x, status) ~ 1")).Row);
        Assert.Equal(2, ModelFrame.Build(data.Filter("x > 2"), "Surv(x, status) ~ 1").Response.Count);
        Assert.Equal("trial.csv (where x > 2)", SurvivalData.SourceOf(data.Filter("x > 2")));
    }
}
