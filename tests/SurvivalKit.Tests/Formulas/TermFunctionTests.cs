using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Functions that make several columns or choose levels: their names, and one sentence where they cannot be used.</summary>
public sealed class TermFunctionTests
{
    [Theory]
    [InlineData("C(g, ref = 'd')", 12, "\"d\" is none of the levels \"a\", \"b\", \"c\".")]
    [InlineData("C(x, ref = 9)", 12, "\"9\" is none of the levels \"1\", \"2\", \"4\", \"8\", \"16\", \"32\".")]
    [InlineData("C(g, ref = c('a', 'b'))", 12, "one reference level was expected, as in ref = \"control\".")]
    [InlineData("C(g, base = 2)", 13, "C() has no argument base; its arguments are x, ref.")]
    [InlineData("relevel(g, ref = 'd')", 18, "\"d\" is none of the levels \"a\", \"b\", \"c\".")]
    [InlineData("relevel(g, 4)", 12, "the argument ref of relevel() was expected to be a whole number from 1 to 3; 4 was found.")]
    [InlineData("relevel(g)", 1, "one reference level was expected")]
    [InlineData(
        "relevel(g, ref = x)", 18, "the argument ref of relevel() was expected to be a text, a number or c(...) of them; x was found.")]
    [InlineData("factor(g, levels = c('a', 'a'))", 20, "a level is listed twice")]
    [InlineData("factor(g, labels = c('a', 'b'))", 20, "2 labels were given for the 3 levels \"a\", \"b\", \"c\"; one each was expected.")]
    [InlineData("factor(g, nmax = 'a')", 18, "factor() has no argument nmax; its arguments are x, levels, labels, exclude, ordered.")]
    [InlineData("factor()", 1, "factor() was expected to name a column.")]
    [InlineData(
        "factor(g, c('a'), c('b'), 2, T, 3)", 33, "factor() takes x, levels, labels, exclude, ordered; 3 is one too many.")]
    [InlineData("cut(x)", 1, "cut() was expected to have the argument breaks.")]
    [InlineData("cut(x, c(1, 1, 2))", 8, "the breaks of cut(x, c(1, 1, 2)) were expected to differ from each other.")]
    [InlineData("cut(x, 2, labels = c('a', 'b', 'c'))", 20, "3 labels were given for 2 intervals; one each was expected.")]
    [InlineData("cut(none, 2)", 1, "cut(none, 2) needs finite values of none; none, or an infinite one, was found.")]
    [InlineData("ifelse(x > 2, 1)", 1, "ifelse() was expected to have the argument no.")]
    [InlineData("bs(x, knots = 99)", 15, "were expected to differ and to lie between the boundary knots 1 and 32.")]
    [InlineData("nsk(x, df = 2, b = 0.7)", 20, "a fraction between 0 and 0.5 was expected as b of nsk().")]
    [InlineData("findInterval(x, c(2, 1))", 17, "the breaks of findInterval() were expected in increasing order.")]
    [InlineData("factor(g, levels = 'a', levels = 'b')", 34, "factor() is given the argument levels twice")]
    [InlineData("poly(x, 6)", 9, "poly(x, 6) needs more distinct values of x than its degree; 6 were found.")]
    [InlineData("poly(x, 0)", 9, "the argument degree of poly() was expected to be a whole number from 1 to 100; 0 was found.")]
    [InlineData("poly(x, 1.5)", 9, "was expected to be a whole number")]
    [InlineData("poly(x, 2, raw = 1)", 18, "the argument raw of poly() was expected to be TRUE or FALSE; 1 was found.")]
    [InlineData("poly(same, 1)", 12, "poly(same, 1) needs more distinct values of same than its degree; 1 were found.")]
    [InlineData("ns(same, 2)", 1, "ns(same, 2) needs different values of same; only one was found.")]
    [InlineData("ns(none, 2)", 1, "ns(none, 2) needs different values of none; none was found.")]
    [InlineData(
        "ns(two, df = 3)",
        1,
        "the knots of ns(two, df = 3) would fall together, because two has only 2 distinct values or repeats some too often; fewer degrees of freedom, or knots that are given, were expected.")]
    [InlineData(
        "ns(x, knots = c(1, 4))",
        15,
        "the knots of ns(x, knots = c(1, 4)) were expected to differ and to lie between the boundary knots 1 and 32.")]
    [InlineData("ns(x, knots = c(4, 4))", 15, "were expected to differ")]
    [InlineData("ns(x, knots = g)", 15, "the argument knots of ns() was expected to be a number or c(...) of numbers; g was found.")]
    [InlineData("ns(x, 2, Boundary.knots = 3)", 27, "two different boundary knots were expected, as in Boundary.knots = c(40, 80).")]
    [InlineData(
        "rcs(same, 3)",
        1,
        "the knots of rcs(same, 3) would fall together, because same has only 1 distinct value or repeats some too often; fewer knots, or knots that are given, were expected.")]
    [InlineData("rcs(x, 4)", 1, "the knots of rcs(x, 4) would fall together, because x has only 6 distinct values")]
    [InlineData("rcs(x, 2)", 8, "the argument parms of rcs() was expected to be a whole number from 3 to 100; 2 was found.")]
    [InlineData("rcs(x, c(3, 3, 5))", 8, "rcs(x, c(3, 3, 5)) was expected to have three or more different knots.")]
    [InlineData("I(ns(x, 2))", 3, "ns() makes several columns; it was expected as a term of its own, not inside an expression.")]
    [InlineData("strata(poly(x, 2))", 8, "poly() makes several columns")]
    public void A_call_that_cannot_be_used(string call, int column, string problem)
    {
        const string Response = "Surv(t, s) ~ ";
        FormulaException e = Assert.Throws<FormulaException>(() => ModelFrame.Build(Data(), Response + call).Design());

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.Equal(Response.Length + column - 1, e.Position);
    }

    [Fact]
    public void Words_have_no_spline() => Assert.Contains(
        "row 1, column \"g\": \"a\" is not a number.",
        Assert.Throws<SurvivalDataException>(() => ModelFrame.Build(Data(), "Surv(t, s) ~ ns(g, 2)")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Splines_make_no_groups() => Assert.Contains(
        "a term of several columns was found",
        Assert.Throws<FormulaException>(() => KaplanMeier.Fit(Data(), "Surv(t, s) ~ ns(x, 2)")).Message,
        StringComparison.Ordinal);

    // R: names(coef(coxph(Surv(time, status) ~ rcs(`age y`, 3) + rcs(log(meal.cal), 3) + ns(`age y`, 2), lung)))
    [Theory]
    [InlineData("rcs(`the x`, c(2, 4, 8))", "rcs(`the x`, c(2, 4, 8))the x", "rcs(`the x`, c(2, 4, 8))the x'")]
    [InlineData("rcs(log(x), c(0, 1, 2))", "rcs(log(x), c(0, 1, 2))x", "rcs(log(x), c(0, 1, 2))x'")]
    [InlineData("ns(`the x`, 2)", "ns(`the x`, 2)1", "ns(`the x`, 2)2")]
    [InlineData("poly(`the x`,degree=2)", "poly(`the x`, degree = 2)1", "poly(`the x`, degree = 2)2")]
    [InlineData("poly(x, 1)", "poly(x, 1)")]
    [InlineData("C(g, ref = \"b\")", "C(g, ref = \"b\")a", "C(g, ref = \"b\")c")]
    [InlineData("C(g, ref = 'b'):x", "C(g, ref = \"b\")a:x", "C(g, ref = \"b\")b:x", "C(g, ref = \"b\")c:x")]
    [InlineData("relevel(`a b`, ref = 'b')", "relevel(`a b`, ref = \"b\")a", "relevel(`a b`, ref = \"b\")c")]
    [InlineData(
        "factor(x, levels = c(4, 2, 1), labels = 'dose')",
        "factor(x, levels = c(4, 2, 1), labels = \"dose\")dose2",
        "factor(x, levels = c(4, 2, 1), labels = \"dose\")dose3")]
    public void Columns_are_named_as_in_R(string terms, params string[] names) =>
        Assert.Equal(names, ModelFrame.Build(Data(), "Surv(t, s) ~ " + terms).Design().Names);

    [Fact]
    public void A_value_that_is_none_of_the_given_levels_is_missing() =>
        Assert.Equal([0, 1, 2], ModelFrame.Build(Data(), "Surv(t, s) ~ factor(x, levels = c(1, 2, 4))").Rows);

    private static DataFrame Data()
    {
        double[] x = [1, 2, 4, 8, 16, 32];
        string[] words = ["a", "b", "c", "a", "b", "c"];
        return new DataFrame(
            new DoubleDataFrameColumn("t", new[] { 1.0, 2, 3, 4, 5, 6 }),
            new DoubleDataFrameColumn("s", new[] { 1.0, 1, 0, 1, 1, 0 }),
            new DoubleDataFrameColumn("x", x),
            new DoubleDataFrameColumn("the x", x),
            new DoubleDataFrameColumn("same", new[] { 7.0, 7, 7, 7, 7, 7 }),
            new DoubleDataFrameColumn("two", new[] { 1.0, 2, 2, 2, 1, 2 }),
            new DoubleDataFrameColumn("none", new double?[6]),
            new StringDataFrameColumn("g", words),
            new StringDataFrameColumn("a b", words));
    }
}
