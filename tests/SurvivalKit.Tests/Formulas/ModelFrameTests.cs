using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>The model frame of a formula, and its errors for data that it cannot use.</summary>
public sealed class ModelFrameTests
{
    [Fact]
    public void A_status_in_words_is_refused_and_can_be_compared_instead()
    {
        DataFrame data = CsvText.Read("time,state\n1,dead\n2,alive\n3,dead\n");
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, state) ~ 1"));

        Assert.Equal(
            "trial.csv, row 1, column \"state\": \"dead\" is a status in words; 0/1, 1/2 or logical was expected, as from state == \"dead\".",
            e.Message);
        Assert.Equal([true, false, true], ModelFrame.Build(data, "Surv(time, state == 'dead') ~ 1").Response.Event);
    }

    [Theory]
    [InlineData(
        "time,status\n1,0\n2,1\n3,2\n",
        "trial.csv, row 1, column \"status\": 0 stands in a column that has a 2 too; a status is 0/1, 1/2 or logical.")]
    [InlineData("time,status\n1,0\n2,1\n3,7\n", "trial.csv, row 3, column \"status\": 7 is no status; 0/1, 1/2 or logical was expected.")]
    [InlineData("time,status\nInf,0\n2,1\n", "trial.csv, row 1, column \"time\": Infinity is not finite; a time was expected.")]
    [InlineData(
        "time,status\nNA,0\nNA,1\n",
        "None of the 2 rows has all the values that Surv(time, status) ~ 1 uses; at least one complete row was expected.")]
    public void A_response_that_cannot_be_used_is_named(string text, string message) =>
        Assert.Equal(
            message, Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(CsvText.Read(text), "Surv(time, status) ~ 1")).Message);

    [Fact]
    public void A_stop_before_its_start_is_named_by_the_row_of_the_file()
    {
        DataFrame data = CsvText.Read("from,to,status\nNA,1,1\n1,2,1\n4,3,0\n");
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(from, to, status) ~ 1"));

        Assert.Equal("trial.csv, row 3, column \"to\": 3 is not after its start 4; stop > start was expected.", e.Message);
    }

    [Theory]
    [InlineData("Surv(time, status) ~ x", "Inf")]
    [InlineData("Surv(time, status) ~ I(-x)", "-Inf")]
    [InlineData("Surv(time, status) ~ offset(x)", "Inf")]
    public void An_infinite_covariate_is_refused(string formula, string value)
    {
        DataFrame data = CsvText.Read("time,status,x\n1,1,NA\n2,0,3\n3,1,Inf\n");
        SurvivalDataException e = Assert.ThrowsAny<SurvivalDataException>(() => ModelFrame.Build(data, formula));

        Assert.Equal((3L, value), (e.Row, e.Value));
        Assert.Contains("a finite number was expected", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("Inf")]
    public void A_weight_that_is_none_is_named_by_its_column(string weight)
    {
        DataFrame data = CsvText.Read($"time,status,w\n1,1,1\n2,0,{weight}\n");
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(data, "Surv(time, status) ~ 1", "w"));

        Assert.Equal((2L, "w"), (e.Row, e.Column));
    }

    [Fact]
    public void A_date_is_days_since_1970_as_in_R()
    {
        DataFrame data = CsvText.Read("time,status,seen\n1,1,2024-03-31\n2,0,1969-12-31\n");

        Assert.Equal([19813, -1], ModelFrame.Build(data, "Surv(time, status) ~ seen").Design().Column(0).ToArray());
    }

    [Fact]
    public void Incomplete_rows_are_left_out_and_counted()
    {
        DataFrame data = CsvText.Read("time,status,x,g,unused\n1,1,1,a,NA\n2,0,NA,a,NA\n3,1,1,NA,NA\n4,NA,1,a,NA\n5,1,2,b,NA\n");
        ModelFrame frame = ModelFrame.Build(data, "Surv(time, status) ~ x + strata(g)");

        Assert.Equal([0, 4], frame.Rows);
        Assert.Equal(3, frame.Omitted);
    }

    [Fact]
    public void Backticks_name_columns_with_spaces()
    {
        DataFrame data = CsvText.Read("OS (months),dead,NLR > 3\n1,1,0\n2,0,1\n3,1,1\n4,1,0\n");
        ModelFrame frame = ModelFrame.Build(data, "Surv(`OS (months)`, dead) ~ `NLR > 3`");

        Assert.Equal([1, 2, 3, 4], frame.Response.Time);
        Assert.Equal(["`NLR > 3`"], frame.Design().Names);
    }

    [Fact]
    public void A_dot_is_every_column_that_the_response_does_not_use()
    {
        DataFrame data = CsvText.Read("age,days,dead,sex\n60,30,1,f\n61,60,0,m\n62,90,1,f\n");

        Assert.Equal(["age", "sexm"], ModelFrame.Build(data, "Surv(days / 30, dead == 1) ~ .").Design().Names);
        Assert.Equal(["sexm"], ModelFrame.Build(data, "Surv(days, dead) ~ . - age").Design().Names);
    }

    [Theory]
    [InlineData("a + b:c + a:b", "a", "b:c", "a:b")]
    [InlineData("a:b*c", "c", "a:b", "a:b:c")]
    [InlineData("a * b * c", "a", "b", "c", "a:b", "a:c", "b:c", "a:b:c")]
    [InlineData("(a + b + c)^2", "a", "b", "c", "a:b", "a:c", "b:c")]
    [InlineData("a * b - a", "b", "a:b")]
    [InlineData("a / b", "a", "a:b")]
    [InlineData("b %in% a", "b:a")]
    [InlineData("a + b:a + a:b", "a", "a:b")]
    [InlineData("+a + b", "a", "b")]
    [InlineData("a - 1", "a")]
    [InlineData("0 + a", "a")]
    [InlineData("(a)", "a")]
    [InlineData("I(a^2) + log(b)", "I(a^2)", "log(b)")]
    [InlineData("a > 2", "a > 2TRUE")]
    public void Terms_are_written_out_by_Rs_rules(string terms, params string[] names)
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("t", new[] { 1.0, 2, 3, 4 }),
            new DoubleDataFrameColumn("s", new[] { 1.0, 1, 0, 1 }),
            new DoubleDataFrameColumn("a", new[] { 1.0, 2, 3, 4 }),
            new DoubleDataFrameColumn("b", new[] { 2.0, 3, 5, 7 }),
            new DoubleDataFrameColumn("c", new[] { 4.0, 6, 9, 1 }));

        Assert.Equal(names, ModelFrame.Build(data, "Surv(t, s) ~ " + terms).Design().Names);
    }

    // x is 3 in the only row; R gives these values.
    [Theory]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2^3^2", 512)]
    [InlineData("-x %% 2", 1)]
    [InlineData("5 %% 3 * 2", 4)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("8 / 4 / 2", 1)]
    [InlineData("1 + 2 * x^2", 19)]
    [InlineData("!x > 2", 0)]
    [InlineData("!x == 3 | TRUE", 1)]
    [InlineData("x > 2 & x < 4", 1)]
    [InlineData("x > 2 & FALSE | TRUE", 1)]
    [InlineData("TRUE | FALSE & FALSE", 1)]
    [InlineData("- -x", 3)]
    [InlineData("1e2 + .5", 100.5)]
    [InlineData("log(8, 2)", 3)]
    [InlineData("pmin(x, 2) + pmax(x, 5)", 7)]
    [InlineData("sqrt(abs(-16)) + exp(0)", 5)]
    [InlineData("log1p(0) + log10(100) + log2(8)", 5)]
    [InlineData("floor(2.7) + ceiling(2.2)", 5)]
    public void Expressions_have_Rs_precedence(string expression, double value)
    {
        var data = new DataFrame(new DoubleDataFrameColumn("x", new[] { 3.0 }));
        double[] values = new FormulaEvaluator(expression, data).Numbers(FormulaParser.ParseExpression(expression)).ToArray();

        Assert.Equal(value, Assert.Single(values), 1e-12);
    }
}
