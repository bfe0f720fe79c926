using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>An error of a formula gives its position. A caret in the second argument marks the column.</summary>
public sealed class FormulaErrorTests
{
    [Theory]
    [InlineData(
        "Surv(time, status)",
        "                  ^", "a response, \"~\" and terms were expected")]
    [InlineData(
        "Surv(time, status) age",
        "                   ^", "the end of the formula was expected, \"age\" was found")]
    [InlineData(
        "Surv(time, status) ~",
        "                    ^", "a column, a number or a function was expected, the end was found")]
    [InlineData(
        "~ age",
        "^", "a column, a number or a function was expected, \"~\" was found")]
    [InlineData(
        "",
        "^", "was expected, the end was found")]
    [InlineData(
        "Surv(time, status ~ age",
        "                  ^", "\",\" or \")\" was expected, \"~\" was found")]
    [InlineData(
        "Surv(time, status) ~ (age + sex",
        "                               ^", "\")\" for the \"(\" at column 22 was expected, the end was found")]
    [InlineData(
        "Surv(time, status) ~ log(age",
        "                            ^", "\",\" or \")\" was expected")]
    [InlineData(
        "Surv(time, status) ~ age)",
        "                        ^", "the end of the formula was expected, \")\" was found")]
    [InlineData(
        "Surv(time, status) ~ age + + ",
        "                             ^", "the end was found")]
    [InlineData(
        "Surv(time, status) ~ age ? sex",
        "                         ^", "\"?\" has no meaning in a formula")]
    [InlineData(
        "Surv(time, status) ~ `age",
        "                     ^", "the ` that opens here is not closed")]
    [InlineData(
        "Surv(time, status) ~ I(sex == \"m)",
        "                              ^", "the \" that opens here is not closed")]
    [InlineData(
        "Surv(time, status) ~ I(age / 1.2.3)",
        "                             ^", "\"1.2.3\" is not a number")]
    [InlineData(
        "Surv(time, status) ~ I(age / 1e999)",
        "                             ^", "\"1e999\" is not a number")]
    [InlineData(
        "Surv(event = status) ~ age",
        "^", "Surv() was expected to name a column")]
    [InlineData(
        "Surv(time, status, time, status) ~ age",
        "                         ^", "the argument type of Surv() was expected to be a text in quotation marks; status was found")]
    [InlineData(
        "Surv(time, status, type = \"counting\") ~ age",
        "^", "Surv takes a time and a status, or start, stop and status, as its type says")]
    [InlineData(
        "Surv(time, type = \"right\") ~ age",
        "^", "Surv takes a time and a status, or start, stop and status, as its type says")]
    [InlineData(
        "Surv(time, age, type = \"interval\") ~ age",
        "                       ^",
        "Surv() of the type \"interval\" is not supported; \"right\", \"counting\" or \"interval2\" was expected")]
    [InlineData(
        "Surv(ti = time, status) ~ age",
        "          ^", "the argument ti of Surv() may be more than one of time, time2, event, type, origin")]
    [InlineData(
        "Surv(time, status, origin = 3) ~ age",
        "                            ^", "Surv() takes no origin")]
    [InlineData(
        "Surv(time, status) ~ splines::age",
        "                              ^", "a function of the package splines was expected")]
    [InlineData(
        "time ~ age",
        "^", "the response was expected to be Surv(time, status)")]
    public void A_formula_that_cannot_be_read(string formula, string caret, string problem) =>
        Check(Assert.Throws<FormulaException>(() => SurvivalFormula.Parse(formula)), formula, caret, problem);

    [Theory]
    [InlineData(
        "Surv(time, status) ~ age + wieght",
        "                           ^", "there is no column \"wieght\"; the columns are time, status, age, sex, weight.")]
    [InlineData(
        "Surv(months, status) ~ age",
        "     ^", "there is no column \"months\"; the columns are")]
    [InlineData(
        "Surv(time, status) ~ age + spline(weight)",
        "                           ^", "there is no function \"spline\"; known are abs, as.character,")]
    [InlineData(
        "Surv(time, status) ~ I(factor(sex) < \"m\")",
        "                                   ^", "\"<\" cannot compare the levels of a factor; ordered levels, or == or !=, were expected")]
    [InlineData(
        "Surv(time, status) ~ I(sex & \"m\")",
        "                           ^", "\"&\" cannot join text; a comparison such as == was expected")]
    [InlineData(
        "Surv(time, status) ~ (age + sex)^2.5",
        "                                 ^", "was expected to be a whole number from 1 to 10")]
    [InlineData(
        "Surv(time, status) ~ (age + sex)^weight",
        "                                 ^", "was expected to be a whole number from 1 to 10")]
    [InlineData(
        "Surv(time, status) ~ age + 2",
        "                           ^", "2 is no term; arithmetic in a term stands in I()")]
    [InlineData(
        "Surv(time, status) ~ log(age, 2, 3)",
        "                                 ^", "log() takes x, base; 3 is one too many")]
    [InlineData(
        "Surv(time, status) ~ age + strata()",
        "                           ^", "strata() was expected to name a column")]
    [InlineData(
        "Surv(time, status) ~ log(age - 60)",
        "                     ^", "log(age - 60) has no finite value in row 1")]
    [InlineData(
        "Surv(time, status) ~ age + pspline(weight)",
        "                           ^", "pspline() is not supported; ns(), bs(), nsk() or rcs() with given degrees of freedom were expected.")]
    [InlineData(
        "Surv(time, status) ~ age + frailty(sex)",
        "                           ^", "frailty() is not supported")]
    [InlineData(
        "Surv(time, status) ~ tt(age)",
        "                     ^", "tt() is not supported")]
    [InlineData(
        "Surv(time, status) ~ survival::ridge(age, theta = 1)",
        "                     ^", "ridge() is not supported as a term")]
    [InlineData(
        "Surv(time, status) ~ age + Surv(time)",
        "                           ^", "Surv() is the response")]
    [InlineData(
        "Surv(time, status) ~ age %in% c(60, 61)",
        "                              ^", "c() lists values and is no term; to ask whether a value is among them, I(x %in% c(1, 2)) was expected.")]
    [InlineData(
        "Surv(time, status) ~ age + I(strata(sex))",
        "                             ^", "strata() was expected as a term of its own, not inside an expression")]
    [InlineData(
        "Surv(time, status) ~ age + factor(strata(sex))",
        "                                  ^", "strata() was expected as a term of its own, not inside an expression")]
    [InlineData(
        "Surv(time, status) ~ age + log(offset(weight))",
        "                               ^", "offset() was expected as a term of its own, not inside an expression")]
    [InlineData(
        "Surv(time, status) ~ age + I(cluster(sex))",
        "                             ^", "cluster() was expected as a term of its own, not inside an expression")]
    [InlineData(
        "Surv(time, status) ~ age * cluster(sex)",
        "                           ^", "cluster() was expected as a term of its own, neither in an interaction nor removed by -")]
    [InlineData(
        "Surv(time, status) ~ (age + (weight + survival::cluster(sex)))^2",
        "                                      ^", "cluster() was expected as a term of its own, neither in an interaction")]
    [InlineData(
        "Surv(time, status) ~ age + cluster(sex) - cluster(sex)",
        "                                          ^", "cluster() was expected as a term of its own, neither in an interaction nor removed by -")]
    [InlineData(
        "Surv(time, status) ~ age + offset(age, weight)",
        "                           ^", "offset() takes one column or expression")]
    [InlineData(
        "Surv(time, status) ~ I(age / 0)",
        "                           ^", "age/0 has no finite value in row 1")]
    public void A_formula_that_does_not_fit_its_data(string formula, string caret, string problem) =>
        Check(Assert.Throws<FormulaException>(() => ModelFrame.Build(Data(), formula).Design()), formula, caret, problem);

    [Theory]
    [InlineData("Surv(time, status) ~ sex + offset(age)", "                                  ^")]
    [InlineData("Surv(time, status) ~ sex + cluster(age)", "                           ^")]
    public void Curves_and_their_comparison_refuse_what_they_would_have_to_ignore(string formula, string caret)
    {
        string problem = formula.Contains("offset", StringComparison.Ordinal) ? "offset()" : "cluster()";
        if (problem == "offset()")
        {
            // Clusters make a curve's errors robust.
            Check(Assert.Throws<FormulaException>(() => KaplanMeier.Fit(Data(), formula)), formula, caret, problem);
        }

        Check(Assert.Throws<FormulaException>(() => LogRank.Test(Data(), formula)), formula, caret, problem);
    }

    [Theory]
    [InlineData("Surv(time, status) ~ I(sex + 1)")]
    [InlineData("Surv(time, status) ~ log(sex)")]
    [InlineData("Surv(sex, status) ~ age")]
    public void Words_where_a_number_is_needed_are_named_with_their_row(string formula)
    {
        SurvivalDataException problem = Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(Data(), formula).Design());

        Assert.Equal((1L, "sex", "m"), (problem.Row, problem.Column, problem.Value));
        Assert.Contains("row 1, column \"sex\": \"m\" is not a number", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surv(time = time, end = status) ~ age", 24)]
    [InlineData("Surv(time, status) ~ offset(value = age)", 21)]
    [InlineData("Surv(time, status) ~ log(b = 2, a = age)", 36)]
    public void Named_arguments_that_would_be_ignored_are_refused(string formula, int position) =>
        Assert.Equal(position, Assert.Throws<FormulaException>(() => ModelFrame.Build(Data(), formula).Design()).Position);

    [Fact]
    public void Groups_are_not_named_by_interactions()
    {
        string formula = "Surv(time, status) ~ sex:weight";

        Assert.Contains(
            "an interaction was found",
            Assert.Throws<FormulaException>(() => KaplanMeier.Fit(Data(), formula)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_column_names_the_file() =>
        Assert.Contains(
            "there is no column \"agee\" in trial.csv; the columns are time, status.",
            Assert.Throws<FormulaException>(() => KaplanMeier.Fit(CsvText.Read("time,status\n1,1\n"), "Surv(time, status) ~ agee")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Brackets_without_end_are_an_error_and_no_crash() =>
        Assert.Throws<FormulaException>(() => SurvivalFormula.Parse("Surv(time, status) ~ " + new string('(', 100_000)));

    private static void Check(FormulaException error, string formula, string caret, string problem)
    {
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(caret.Length - 1, error.Position);
        Assert.Equal(formula, error.Formula);
        Assert.StartsWith(FormattableString.Invariant($"formula, column {caret.Length}: "), error.Message, StringComparison.Ordinal);
        Assert.EndsWith(" In: " + formula, error.Message, StringComparison.Ordinal);
    }

    private static DataFrame Data() => new(
        new DoubleDataFrameColumn("time", new[] { 1.0, 2, 3 }),
        new DoubleDataFrameColumn("status", new[] { 1.0, 0, 1 }),
        new DoubleDataFrameColumn("age", new[] { 60.0, 61, 62 }),
        new StringDataFrameColumn("sex", ["m", "f", "m"]),
        new DoubleDataFrameColumn("weight", new[] { 50.0, 60, 70 }));
}
