using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Properties of splines, polynomials and factors for any data.</summary>
public sealed class TermPropertyTests
{
    private static readonly Gen<double[]> Numbers =
        from count in Gen.Choose(30, 80)
        from values in Gen.Choose(-4000, 4000).ArrayOf(count)
        select values.Distinct().Select(value => value / 16.0).ToArray();

    private static readonly Gen<string> Splines = Gen.Elements(
        "ns(x, 1)", "ns(x, 2)", "ns(x, df = 4)", "ns(x, df = 7)", "poly(x, 1)", "poly(x, 3)", "poly(x, 2, raw = TRUE)", "rcs(x, 3)",
        "rcs(x, 5)");

    [Fact]
    public void A_change_of_unit_keeps_the_space_that_a_term_spans() => Claim.Holds(
        from x in Numbers
        from term in Splines
        from scale in Gen.Elements(0.01, 3, -1, -40, 1000.0)
        from shift in Gen.Elements(0, 5, -1000.0)
        select (x, term, scale, shift),
        theCase =>
        {
            Matrix<double> before = WithIntercept(Design(theCase.x, theCase.term));
            Matrix<double> after =
                WithIntercept(Design([.. theCase.x.Select(value => (theCase.scale * value) + theCase.shift)], theCase.term));

            // Projected onto the column space of the first, the columns of the second do not change.
            Matrix<double> projected = before * before.QR().Solve(after);
            for (int column = 0; column < after.ColumnCount; column++)
            {
                Assert.True((projected - after).Column(column).L2Norm() <= 1e-7 * after.Column(column).L2Norm(), theCase.term);
            }
        });

    [Fact]
    public void The_rows_of_the_fit_are_coded_again_to_the_last_bit() => Claim.Holds(
        from x in Numbers
        from term in Splines
        from factor in Gen.Elements("", " * factor(g)", ":C(g, ref = 2)", " + strata(g)")
        select (x, terms: term + factor),
        theCase =>
        {
            DataFrame data = Data(theCase.x);
            ModelFrame frame = ModelFrame.Build(data, "Surv(t, s) ~ " + theCase.terms);
            DesignMatrix design = frame.Design();
            CodedData coded = ModelTerms.Learn(frame).Code(data);

            Assert.Equal(design.Names, coded.Design.Names);
            Assert.All(Enumerable.Range(0, design.Columns), column => Assert.Equal(design.Column(column), coded.Design.Column(column)));
            Assert.Equal(frame.Values.Strata, coded.Strata);
        });

    [Fact]
    public void A_row_is_coded_alone_as_among_others() => Claim.Holds(
        from x in Numbers
        from term in Splines
        select (x, term),
        theCase =>
        {
            ModelFrame frame = ModelFrame.Build(Data(theCase.x), "Surv(t, s) ~ factor(g) * " + theCase.term);
            DesignMatrix design = frame.Design();
            int row = theCase.x.Length / 2;
            CodedData alone = ModelTerms.Learn(frame).Code(new DataFrame(
                new DoubleDataFrameColumn("x", new[] { theCase.x[row] }), new DoubleDataFrameColumn("g", new[] { row % 3.0 })));

            Assert.All(Enumerable.Range(0, design.Columns), column =>
                Assert.Equal(design.Column(column)[row], alone.Design.Column(column)[0]));
        });

    [Fact]
    public void Splines_are_lines_beyond_their_outer_knots() => Claim.Holds(
        from x in Numbers
        from term in Gen.Elements("ns(x, 1)", "ns(x, 3)", "ns(x, df = 6)", "rcs(x, 3)", "rcs(x, 5)")
        from side in Gen.Elements(-1.0, 1)
        select (x, term, side),
        theCase =>
        {
            double end = theCase.side * 300;
            DesignMatrix beyond = ModelTerms.Learn(ModelFrame.Build(Data(theCase.x), "Surv(t, s) ~ " + theCase.term))
                .Code(new DataFrame(new DoubleDataFrameColumn("x", new[] { end, 2 * end, 3 * end }))).Design;
            for (int column = 0; column < beyond.Columns; column++)
            {
                ReadOnlySpan<double> y = beyond.Column(column);
                Assert.True(Math.Abs(y[0] - (2 * y[1]) + y[2]) <= 1e-9 * (1 + Math.Abs(y[2])), theCase.term);
            }
        });

    [Fact]
    public void Polynomials_are_orthogonal_and_of_length_one() => Claim.Holds(
        from x in Numbers
        from degree in Gen.Choose(1, 5)
        select (x, degree),
        theCase =>
        {
            Matrix<double> z = WithIntercept(Design(theCase.x, FormattableString.Invariant($"poly(x, {theCase.degree})")));
            Matrix<double> products = z.TransposeThisAndMultiply(z);
            products[0, 0] = 1;

            Assert.True((products - Matrix<double>.Build.DenseIdentity(theCase.degree + 1)).InfinityNorm() < 1e-9);
        });

    [Fact]
    public void A_factor_compared_with_another_level_spans_the_same() => Claim.Holds(
        from x in Numbers
        from reference in Gen.Choose(0, 2)
        select (x, reference),
        theCase =>
        {
            DesignMatrix plain = Design(theCase.x, "factor(g)");
            DesignMatrix moved = Design(theCase.x, FormattableString.Invariant($"C(g, ref = {theCase.reference})"));
            DesignMatrix relevelled = Design(theCase.x, FormattableString.Invariant($"relevel(factor(g), ref = '{theCase.reference}')"));

            Assert.All(Enumerable.Range(0, 2), column => Assert.Equal(moved.Column(column), relevelled.Column(column)));
            Assert.Equal(3, WithIntercept(plain).Append(WithIntercept(moved)).Rank());
        });

    private static DesignMatrix Design(double[] x, string terms) => ModelFrame.Build(Data(x), "Surv(t, s) ~ " + terms).Design();

    private static DataFrame Data(double[] x) => new(
        new DoubleDataFrameColumn("t", x.Select((_, i) => i + 1.0)),
        new DoubleDataFrameColumn("s", x.Select((_, i) => i % 2.0)),
        new DoubleDataFrameColumn("x", x),
        new DoubleDataFrameColumn("g", x.Select((_, i) => i % 3.0)));

    private static Matrix<double> WithIntercept(DesignMatrix design) => Matrix<double>.Build.DenseOfColumnArrays(
        [[.. Enumerable.Repeat(1.0, design.Rows)], .. Enumerable.Range(0, design.Columns)
            .Select(column => design.Column(column).ToArray())]);
}
