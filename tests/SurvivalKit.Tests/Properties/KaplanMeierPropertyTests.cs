using FsCheck.Fluent;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

public sealed class KaplanMeierPropertyTests
{
    private const double Rounding = 1e-10;

    [Fact]
    public void A_weight_is_so_many_rows() => Claim.Holds(Cases.Tied, study =>
    {
        var repeated = new Study([.. study.Subjects.SelectMany(subject => Enumerable.Repeat(subject, subject.Weight))]);
        SameCurve(KaplanMeier.Fit(repeated.Response), KaplanMeier.Fit(study.Response, weights: study.Weights));
    });

    [Fact]
    public void A_weight_of_0_is_no_row() => Claim.Holds(Cases.Tied, study =>
    {
        double[] weights = [.. study.Subjects.Select((_, i) => i % 3 == 0 ? 0.0 : 1)];
        KaplanMeierCurve weighted = KaplanMeier.Fit(study.Response, weights: weights);
        KaplanMeierCurve without = KaplanMeier.Fit(new Study([.. study.Subjects.Where((_, i) => i % 3 != 0)]).Response);

        // Times at which only rows of weight 0 end are still times of the curve, without a change.
        double[] times = [.. without.Time];
        Assert.Equal(without.At(times).Select(at => at.Survival), weighted.At(times).Select(at => at.Survival));
        Assert.Equal(without.EventTotal, weighted.EventTotal);
    });

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Claim.Holds(Cases.Permuted, permuted =>
    {
        var other = new Study([.. permuted.Order.Select(i => permuted.Study.Subjects[i])]);
        SameCurve(KaplanMeier.Fit(permuted.Study.Response, weights: permuted.Study.Weights), KaplanMeier.Fit(
            other.Response, weights: other.Weights));
    });

    [Fact]
    public void Starting_at_the_origin_is_not_starting_at_all() => Claim.Holds(Cases.Tied, study =>
    {
        Surv response = study.Response;
        Surv counting = Surv.Counting(new double[study.Count], response.Time.AsSpan(), response.Event.AsSpan());
        SameCurve(KaplanMeier.Fit(response), KaplanMeier.Fit(counting));
    });

    [Fact]
    public void Cutting_a_row_in_two_changes_nothing_but_the_censorings() => Claim.Holds(Cases.Tied, study =>
    {
        var start = new List<double>();
        var stop = new List<double>();
        var isEvent = new List<bool>();
        foreach (Subject subject in study.Subjects)
        {
            double cut = subject.Time / 2.0;
            start.AddRange([0, cut]);
            stop.AddRange([cut, subject.Time]);
            isEvent.AddRange([false, subject.Event]);
        }

        KaplanMeierCurve whole = KaplanMeier.Fit(study.Response);
        KaplanMeierCurve cutCurve = KaplanMeier.Fit(Surv.Counting([.. start], [.. stop], [.. isEvent]));
        double[] times = [.. whole.Time];
        foreach ((SurvivalEstimate one, SurvivalEstimate two) in whole.At(times).Zip(cutCurve.At(times)))
        {
            Close.To(one.Survival, two.Survival, "survival", Rounding);
            Close.To(one.AtRisk, two.AtRisk, "at risk", Rounding);
        }
    });

    [Fact]
    public void Curves_by_group_are_the_curves_of_the_groups() => Claim.Holds(Cases.Tied, study =>
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", study.Response.Time),
            new BooleanDataFrameColumn("dead", study.Response.Event),
            new Int32DataFrameColumn("group", study.Group));
        KaplanMeierCurves curves = KaplanMeier.Fit(data, "Surv(time, dead) ~ group");
        for (int group = 0; group < 2; group++)
        {
            SameCurve(KaplanMeier.Fit(study.Where(subject => subject.Group == group).Response), curves[group]);
        }
    });

    [Theory]
    [InlineData(ConfidenceType.Plain)]
    [InlineData(ConfidenceType.Log)]
    [InlineData(ConfidenceType.LogLog)]
    [InlineData(ConfidenceType.Logit)]
    [InlineData(ConfidenceType.Arcsine)]
    public void Survival_falls_within_0_and_1_and_the_limits_are_those_of_its_transform(ConfidenceType type) =>
        Claim.Holds(Cases.Tied, study =>
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(study.Response, new() { ConfidenceType = type }, study.Weights);
        double before = 1;
        for (int row = 0; row < curve.Time.Length; row++)
        {
            double survival = curve.Survival[row];
            Assert.InRange(survival, 0, before);
            before = survival;
            if (survival is > 0 and < 1)
            {
                (double lower, double upper) = Limits(type, survival, 1.959963984540054 * curve.StandardError[row]);
                Close.To(lower, curve.Lower[row], "lower", 1e-9);
                Close.To(upper, curve.Upper[row], "upper", 1e-9);
            }
        }
    });

    [Fact]
    public void With_late_entry_and_fractional_weights_survival_still_stays_within_0_and_1() => Claim.Holds(Cases.Tied, study =>
    {
        double[] start = [.. study.Subjects.Select(subject => subject.Time * (subject.Weight - 1) / 5.0)];
        double[] weights = [.. study.Subjects.Select(subject => subject.Weight / 10.0)];
        KaplanMeierCurve curve =
            KaplanMeier.Fit(Surv.Counting(start, study.Response.Time.AsSpan(), study.Response.Event.AsSpan()), weights: weights);
        double before = 1;
        for (int row = 0; row < curve.Time.Length; row++)
        {
            Assert.InRange(curve.Survival[row], 0, before);
            Assert.True(curve.Survival[row] is 0 or > 1e-12, $"{curve.Survival[row]:R} is 0 but for rounding.");
            before = curve.Survival[row];
        }
    }, 500);

    [Fact]
    public void Quantiles_rise_and_lie_among_the_times() => Claim.Holds(Cases.Tied, study =>
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(study.Response);
        double before = 0;
        for (int percent = 5; percent < 100; percent += 5)
        {
            double time = curve.Quantile(percent / 100.0).Estimate ?? double.PositiveInfinity;
            Assert.True(time >= before);
            Assert.True(double.IsInfinity(time) || (time >= curve.Time[0] && time <= curve.Time[^1]));
            before = time;
        }
    });

    [Fact]
    public void Restricted_mean_of_uncensored_times_is_the_mean_of_the_cut_times() => Claim.Holds(Cases.Tied.Select(
        study => study.Subjects), subjects =>
    {
        double[] times = [.. subjects.Select(subject => (double)subject.Time)];
        RestrictedMean mean = KaplanMeier.Fit(Surv.Right(times, [.. times.Select(_ => true)])).RestrictedMean(7.5);

        Close.To(times.Average(time => Math.Min(time, 7.5)), mean.Estimate, "restricted mean", Rounding);
    });

    // By the delta method: symmetric on the scale g, half as wide as half the plain interval times the slope of g; within 0 and 1.
    private static (double Lower, double Upper) Limits(ConfidenceType type, double survival, double half)
    {
        (Func<double, double> g, Func<double, double> back, double slope) = type switch
        {
            ConfidenceType.Plain => (s => s, y => Math.Clamp(y, 0, 1), 1.0),
            ConfidenceType.Log => (Math.Log, y => Math.Min(1, Math.Exp(y)), 1 / survival),
            ConfidenceType.LogLog => (s => -Math.Log(-Math.Log(s)), y => Math.Exp(-Math.Exp(-y)), -1 / (survival * Math.Log(survival))),
            ConfidenceType.Logit => (s => Math.Log(s / (1 - s)), y => 1 / (1 + Math.Exp(-y)), 1 / (survival * (1 - survival))),
            _ => (
                (Func<double, double>)(s => Math.Asin(Math.Sqrt(s))),
                (Func<double, double>)(y => Math.Pow(Math.Sin(Math.Clamp(y, 0, Math.PI / 2)), 2)),
                0.5 / Math.Sqrt(survival * (1 - survival))),
        };
        return (back(g(survival) - (half * slope)), back(g(survival) + (half * slope)));
    }

    private static void SameCurve(KaplanMeierCurve expected, KaplanMeierCurve actual)
    {
        Assert.Equal(expected.Time, actual.Time);
        Same(expected.AtRisk, actual.AtRisk, "at risk");
        Same(expected.Events, actual.Events, "events");
        Same(expected.Censored, actual.Censored, "censored");
        Same(expected.Survival, actual.Survival, "survival");
        Same(expected.StandardError, actual.StandardError, "standard error");
        Same(expected.Lower, actual.Lower, "lower");
        Same(expected.Upper, actual.Upper, "upper");
    }

    private static void Same(IReadOnlyList<double> expected, IReadOnlyList<double> actual, string what)
    {
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(double.IsNaN(expected[i]), double.IsNaN(actual[i]));
            if (!double.IsNaN(expected[i]))
            {
                Close.To(expected[i], actual[i], what, Rounding);
            }
        }
    }
}
