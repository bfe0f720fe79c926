using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>The constants that a fitted model keeps of its data, and its errors for new data that do not fit.</summary>
public sealed class ModelTermsTests
{
    private const string Fit =
        "time,status,age,sex,stage,site,alive\n1,1,50,f,1,a,TRUE\n2,0,60,m,2,b,FALSE\n3,1,70,f,3,a,TRUE\n4,1,65,m,1,b,TRUE\n5,0,55,f,2,a,FALSE\n6,1,75,m,3,b,TRUE\n";

    [Fact]
    public void New_rows_get_the_columns_of_the_fit_whatever_levels_they_have()
    {
        CodedData coded = Terms("age + sex * factor(stage) + alive").Code(CsvText.Read("alive,stage,sex,age\nTRUE,3,m,61\n"));

        Assert.Equal(
            ["age", "sexm", "factor(stage)2", "factor(stage)3", "aliveTRUE", "sexm:factor(stage)2", "sexm:factor(stage)3"],
            coded.Design.Names);
        Assert.Equal([61, 1, 0, 1, 1, 0, 1], Enumerable.Range(0, 7).Select(column => coded.Design.Column(column)[0]));
        Assert.Equal((1, 0), (coded.Design.Rows, coded.Omitted));
        Assert.Null(coded.Response);
    }

    [Theory]
    [InlineData(
        "sex",
        "sex\nf\nm\nx\n",
        3,
        "sex",
        "x",
        "row 3, column \"sex\": \"x\" is none of the levels \"f\", \"m\" that the model was fitted to.")]
    [InlineData(
        "factor(stage)",
        "stage\n2\n7\n",
        2,
        "stage",
        "7",
        "row 2, column \"stage\": \"7\" is none of the levels \"1\", \"2\", \"3\" that the model was fitted to.")]
    [InlineData(
        "relevel(sex, ref = 'm')", "sex\nx\n", 1, "sex", "x", "\"x\" is none of the levels \"m\", \"f\" that the model was fitted to.")]
    [InlineData("C(stage, ref = 2)", "stage\n4\n", 1, "stage", "4", "\"4\" is none of the levels \"1\", \"2\", \"3\"")]
    [InlineData("age + strata(sex)", "age,sex\n50,x\n", 1, "sex", "x", "\"x\" is none of the levels \"f\", \"m\"")]
    [InlineData(
        "age + strata(sex, stage)",
        "age,sex,stage\n50,f,2\n50,f,9\n",
        2,
        "strata(sex, stage)",
        "sex=f, stage=9",
        "none of the levels \"sex=f, stage=1\", ")]
    [InlineData(
        "age + strata(sex) + strata(site)",
        "age,sex,site\n50,f,b\n",
        1,
        "sex",
        "f, b",
        "\"f, b\" is none of the levels \"f, a\", \"m, b\"")]
    [InlineData("I(as.numeric(factor(site)))", "site\nz\n", 1, "site", "z", "none of the levels \"a\", \"b\"")]
    public void An_unknown_level_is_named_with_its_row_and_the_levels_known(
        string terms, string data, int row, string column, string value, string message)
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => Terms(terms).Code(CsvText.Read(data)));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Equal((row, column, value), (e.Row, e.Column, e.Value));
        Assert.Equal("trial.csv", e.File);
    }

    [Fact]
    public void A_column_that_is_missing_is_named()
    {
        FormulaException e = Assert.Throws<FormulaException>(() => Terms("age + ns(stage)").Code(CsvText.Read("age,sex\n50,f\n")));

        Assert.Contains("there is no column \"stage\" in trial.csv; the columns are age, sex.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "age", "age\nold\n", "column \"age\": text was found where numbers were expected, as in the data that the model was fitted to.")]
    [InlineData("age", "age\nTRUE\n", "column \"age\": TRUE and FALSE was found where numbers were expected")]
    [InlineData("I(age / 10)", "age\nold\n", "row 1, column \"age\": \"old\" is not a number.")]
    [InlineData("age", "age\n50\nInf\n", "row 2, column \"age\": Inf was found where a finite number was expected.")]
    [InlineData("ns(age, 2)", "age\n50\n-Inf\n", "row 2, column \"age\": -Inf was found where a finite number was expected.")]
    public void A_value_that_cannot_be_used_is_named(string terms, string data, string message) =>
        Assert.Contains(
            message, Assert.Throws<SurvivalDataException>(() => Terms(terms).Code(CsvText.Read(data))).Message, StringComparison.Ordinal);

    [Fact]
    public void Incomplete_rows_are_left_out_and_none_may_be_left()
    {
        ModelTerms terms = Terms("age + sex + offset(stage)");
        CodedData coded = terms.Code(CsvText.Read("age,sex,stage\nNA,f,1\n50,NA,1\n50,f,NA\n51,m,2\n"));

        Assert.Equal([3], coded.Rows);
        Assert.Equal(3, coded.Omitted);
        Assert.Equal([2], coded.Offset);
        Assert.Equal(0, terms.Code(CsvText.Read("age,sex,stage\nNA,f,1\n")).Design.Rows);
    }

    [Fact]
    public void Strata_are_numbered_as_in_the_fit_and_need_not_be_there()
    {
        ModelTerms terms = Terms("age + strata(stage)");

        Assert.Equal(["stage=1", "stage=2", "stage=3"], terms.StrataNames);
        Assert.Equal([2, 0], terms.Code(CsvText.Read("age,stage\n50,3\n60,1\n")).Strata);
        Assert.Empty(terms.Code(CsvText.Read("age\n50\n"), withStrata: false).Strata);
        Assert.Throws<FormulaException>(() => terms.Code(CsvText.Read("age\n50\n")));
    }

    [Fact]
    public void The_response_is_read_where_it_is_asked_for()
    {
        ModelTerms terms = Terms("age");
        DataFrame data = CsvText.Read("age,time,status\n50,3,1\n60,NA,0\n70,9,0\n");

        Assert.True(terms.HasResponse(data));
        Assert.False(terms.HasResponse(CsvText.Read("age,time\n50,3\n")));
        CodedData coded = terms.Code(data, withResponse: true);
        Assert.Equal([0, 2], coded.Rows);
        Assert.Equal([3, 9], coded.Response!.Time);
        Assert.Equal([0, 1, 2], terms.Code(data).Rows);
    }

    [Fact]
    public void A_factor_inside_an_expression_keeps_its_numbers() =>
        Assert.Equal([3, 1], Terms("as.numeric(factor(stage))").Code(CsvText.Read("stage\n3\n1\n")).Design.Column(0));

    [Fact]
    public void Labels_stand_for_the_levels_of_the_fit()
    {
        CodedData coded = Terms("factor(stage, labels = c('I', 'II', 'III'))").Code(CsvText.Read("stage\n3\n2\n"));

        Assert.Equal(
            ["factor(stage, labels = c(\"I\", \"II\", \"III\"))II", "factor(stage, labels = c(\"I\", \"II\", \"III\"))III"],
            coded.Design.Names);
        Assert.Equal([0, 1], coded.Design.Column(0));
    }

    [Fact]
    public void A_value_outside_given_levels_is_missing_in_new_data_too() =>
        Assert.Equal([1], Terms("factor(stage, levels = c(2, 1))").Code(CsvText.Read("stage\n3\n1\n")).Rows);

    [Fact]
    public void A_dot_stands_for_the_columns_of_the_fit()
    {
        ModelTerms terms = ModelTerms.Learn(ModelFrame.Build(CsvText.Read(Fit), "Surv(time, status) ~ . - site - alive"));
        ModelTerms again = Reloaded(terms);

        Assert.Equal(["age", "sexm", "stage"], again.Code(CsvText.Read("new,sex,age,stage\n1,f,50,2\n")).Design.Names);
        Assert.Equal(["sex"], again.ToRecord().Factors.Keys);
    }

    [Fact]
    public void A_saved_record_holds_no_more_than_the_constants()
    {
        string json = JsonSerializer.Serialize(Terms("poly(age, 2) + ns(age, knots = 60) + C(sex, ref = 'm') + strata(site)").ToRecord());

        Assert.Equal(
            """
            {"Formula":"Surv(time, status) ~ poly(age, 2) \u002B ns(age, knots = 60) \u002B C(sex, ref = \u0027m\u0027) \u002B strata(site)","DotColumns":[],"Factors":{"C(sex, ref = \u0022m\u0022)":{"Levels":["f","m"],"Reference":1},"strata(site)":{"Levels":["a","b"],"Reference":0}},"StrataNames":["a","b"],"InnerLevels":{},"Bases":{"poly(age, 2)":{"$type":"poly","Alpha":[62.5,62.5],"Norm2":[1,6,437.5,23333.333333333336]},"ns(age, knots = 60)":{"$type":"ns","Knots":[60],"Lower":50,"Upper":75}}}
            """,
            json);
    }

    private static ModelTerms Terms(string terms) =>
        Reloaded(ModelTerms.Learn(ModelFrame.Build(CsvText.Read(Fit), "Surv(time, status) ~ " + terms)));

    private static ModelTerms Reloaded(ModelTerms terms) =>
        ModelTerms.Learn(JsonSerializer.Deserialize<ModelTermsRecord>(JsonSerializer.Serialize(terms.ToRecord()))!);
}
