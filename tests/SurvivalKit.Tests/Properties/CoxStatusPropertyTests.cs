using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>The status of fits of two columns of small whole numbers against an exact decision in whole numbers.</summary>
public sealed class CoxStatusPropertyTests
{
    private sealed record Row(int Start, int Time, bool Event, int X, int Z, int Stratum);

    private static Gen<Row[]> Studies { get; } =
        from n in Gen.Choose(3, 12)
        from spread in Gen.Choose(1, 4)
        from entry in Gen.Elements(0, 3)
        from strata in Gen.Choose(0, 1)
        from rows in (
            from start in Gen.Choose(0, entry)
            from length in Gen.Choose(1, 6)
            from isEvent in Gen.Frequency((2, Gen.Constant(true)), (1, Gen.Constant(false)))
            from x in Gen.Choose(-spread, spread)
            from z in Gen.Choose(0, spread)
            from stratum in Gen.Choose(0, strata)
            select new Row(start, start + length, isEvent, x, z, stratum)).ArrayOf(n)
        select rows;

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Exact)]
    public void The_status_is_that_of_the_likelihood(Ties ties) => Claim.Holds(Studies, rows =>
    {
        CoxFit fit = Fit(rows, ties);
        (int X, int Z)[] pairs = [.. Pairs(rows, ties == Ties.Exact)];
        bool any = rows.Any(row => row.Event);
        int rank = Rank(pairs);
        bool separated = Directions(pairs).Any(d => pairs.All(a => Dot(a, d) >= 0) && pairs.Any(a => Dot(a, d) > 0));

        FitStatus expected = !any ? FitStatus.NoEvents
            : separated ? FitStatus.Separation
            : rank < 2 ? FitStatus.Singular : FitStatus.Converged;
        Assert.Equal(expected, fit.Status);
        Assert.Equal(rank, fit.LikelihoodRatio.DegreesOfFreedom);
    });

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Exact)]
    public void No_coefficients_have_a_larger_likelihood_and_a_weak_penalty_comes_near(Ties ties) => Claim.Holds(
        from rows in Studies
        from far in Gen.Choose(-300, 300).Two()
        select (Rows: rows, X: far.Item1 / 10.0, Z: far.Item2 / 10.0),
        given =>
        {
            CoxFit fit = Fit(given.Rows, ties);
            Assert.True(At(given.Rows, ties, given.X, given.Z) <= fit.LogLikelihood + 1e-9);
            CoxFit near = CoxModel.Fit(
                Response(given.Rows), Design(given.Rows), new() { Ties = ties, Ridge = 1e-9, MaxIterations = 100 }, Strata(given.Rows));
            Assert.Equal(fit.LogLikelihood, near.LogLikelihood, 1e-4);
        });

    [Fact]
    public void What_is_derived_from_a_fit_without_a_maximum_is_finite() => Claim.Holds(Studies, rows =>
    {
        CoxFit fit = Fit(rows, Ties.Efron);
        if (fit.Status != FitStatus.Separation)
        {
            return;
        }

        Assert.False(double.IsNaN(fit.Score.Statistic!.Value) || double.IsNaN(fit.Wald.Statistic!.Value));
        Assert.Equal(0, fit.Residuals(CoxResidualKind.Martingale).Column(0).ToArray().Sum(), 1e-6);
        Assert.All(fit.Residuals(CoxResidualKind.Deviance).Column(0).ToArray(), value => Assert.True(double.IsFinite(value)));
        Assert.Equal(fit.Events, fit.Expected().Events.Sum(), 1e-6);
        foreach (CoxCurve curve in fit.Curves())
        {
            Assert.All(curve.Survival, value => Assert.InRange(value, 0, 1));
            Assert.All(curve.StandardError, value => Assert.False(double.IsNaN(value)));
        }
    });

    private static int[] Strata(Row[] rows) => [.. rows.Select(row => row.Stratum)];

    private static Surv Response(Row[] rows) => Surv.Counting(
        [.. rows.Select(row => (double)row.Start)], [.. rows.Select(row => (double)row.Time)], [.. rows.Select(row => row.Event)]);

    private static DesignMatrix Design(Row[] rows) =>
        DesignMatrix.FromColumns(("x", [.. rows.Select(row => (double)row.X)]), ("z", [.. rows.Select(row => (double)row.Z)]));

    private static CoxFit Fit(Row[] rows, Ties ties) =>
        CoxModel.Fit(Response(rows), Design(rows), new() { Ties = ties, Robust = false }, Strata(rows));

    private static double At(Row[] rows, Ties ties, double x, double z) => CoxModel.Fit(
        Response(rows), DesignMatrix.FromColumns(), new() { Ties = ties }, Strata(rows), default,
        [.. rows.Select(row => (x * row.X) + (z * row.Z))]).NullLogLikelihood;

    // The covariates of an event less those of a row at risk with it.
    private static IEnumerable<(int X, int Z)> Pairs(Row[] rows, bool isExact) =>
        from happened in rows
        where happened.Event
        from other in rows
        where other.Stratum == happened.Stratum && other.Start < happened.Time && other.Time >= happened.Time
        where !(isExact && other.Event && other.Time == happened.Time)
        select (happened.X - other.X, happened.Z - other.Z);

    // The extreme directions of the cone of all d with a'd >= 0 are at right angles to an a, unless all a lie on a line.
    private static IEnumerable<(int X, int Z)> Directions((int X, int Z)[] pairs) =>
        pairs.SelectMany(a => ((int, int)[])[(a.X, a.Z), (-a.X, -a.Z), (-a.Z, a.X), (a.Z, -a.X)]);

    private static int Rank((int X, int Z)[] pairs)
    {
        (int X, int Z)[] known = [.. pairs.Where(a => a != (0, 0))];
        return known.Length == 0 ? 0 : known.Any(a => (a.X * known[0].Z) - (a.Z * known[0].X) != 0) ? 2 : 1;
    }

    private static int Dot((int X, int Z) left, (int X, int Z) right) => (left.X * right.X) + (left.Z * right.Z);
}
