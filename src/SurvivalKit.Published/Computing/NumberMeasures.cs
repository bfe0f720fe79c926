using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Means, standard deviations, ranges and medians.</summary>
internal static class NumberMeasures
{
    public static Dictionary<string, Measured> MeanAndSd(
        Cohort cohort, MeanSdMeasure measure, ImmutableArray<int> patients, StudyReadings readings)
    {
        SampleSummary summary = SampleSummary.Summarize(Present(cohort, measure.Column, patients));
        string how = OutOf(summary.Count, patients.Length);
        return new()
        {
            [Aspects.Mean] = new(Exact(summary.Mean), how),
            [Aspects.StandardDeviation] = new(Deviation(summary, readings), how),
        };
    }

    public static Dictionary<string, Measured> MedianAndSd(
        Cohort cohort, MedianSdMeasure measure, ImmutableArray<int> patients, StudyReadings readings)
    {
        double[] values = Present(cohort, measure.Column, patients);
        SampleSummary summary = SampleSummary.Summarize(values);
        string how = OutOf(summary.Count, patients.Length);
        return new()
        {
            [Aspects.Median] = new(Exact(MedianOf(values)), how),
            [Aspects.StandardDeviation] = new(Deviation(summary, readings), how),
        };
    }

    public static Dictionary<string, Measured> MeanAndRange(Cohort cohort, MeanRangeMeasure measure, ImmutableArray<int> patients)
    {
        double[] values = Present(cohort, measure.Column, patients);
        SampleSummary summary = SampleSummary.Summarize(values);
        return new()
        {
            [Aspects.Mean] = new(Exact(summary.Mean), OutOf(summary.Count, patients.Length)),
            [Aspects.Minimum] = new(values.Min(), null),
            [Aspects.Maximum] = new(values.Max(), null),
        };
    }

    public static Dictionary<string, Measured> MedianAndRange(
        Cohort cohort, MedianRangeMeasure measure, ImmutableArray<int> patients, StudyReadings readings)
    {
        StudyEndpoint endpoint = cohort.Study.Endpoint(measure.Endpoint);
        Surv response = cohort.Columns.Response(endpoint, cohort.Columns.Observed(endpoint, patients));
        return new()
        {
            [Aspects.Median] = SurvivalMedian(response, readings.Median ?? default) is { } median
                ? new(Exact(median), string.Create(
                    CultureInfo.InvariantCulture,
                    $"Kaplan-Meier, {NumberText.Count(response.Event.Count(isEvent => isEvent), "event")} among {response.Count}"))
                : new(null, "the Kaplan-Meier curve does not come down to one half"),
            [Aspects.Minimum] = new(response.Time.Min(), null),
            [Aspects.Maximum] = new(response.Time.Max(), null),
        };
    }

    /// <summary>The Kaplan-Meier median; <see langword="null"/>: the curve does not come down to one half.</summary>
    public static double? SurvivalMedian(Surv response, MedianReading reading)
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(response);
        return reading == MedianReading.Midpoint
            ? curve.Median.Estimate
            : CurveMedian.Find(curve.Time.AsSpan(), curve.Survival.AsSpan(), reading);
    }

    /// <summary>The standard deviation of values, by one divisor or the other.</summary>
    public static double Deviation(SampleSummary summary, StudyReadings readings) => readings.Deviation == DeviationReading.N
        ? summary.StandardDeviation * Math.Sqrt((summary.Count - 1.0) / summary.Count)
        : summary.StandardDeviation;

    private static double MedianOf(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double[] Present(Cohort cohort, string column, ImmutableArray<int> patients)
    {
        double?[] values = cohort.Columns.Numbers(column);
        return [.. patients.Select(i => values[i]).OfType<double>()];
    }

    // The last two binary digits of a mean depend on the order of summation; without them a mean of exactly 62.25 stays exact.
    private static double Exact(double value) => (double)(decimal)value;

    private static string OutOf(int count, int of) =>
        string.Create(CultureInfo.InvariantCulture, $"n = {count}{(count == of ? "" : $" of {of}")}");
}
