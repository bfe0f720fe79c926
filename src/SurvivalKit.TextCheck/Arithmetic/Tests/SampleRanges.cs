namespace SurvivalKit.TextCheck;

/// <summary>Samples whose means and standard deviations are known to their printed decimals only.</summary>
internal sealed class SampleRanges
{
    private readonly (ValueRange Mean, ValueRange StandardDeviation, int Count)[] _samples;

    public SampleRanges(IEnumerable<PrintedSample> samples, Func<PrintedNumber, ValueRange> read) =>
        _samples = [.. samples.Select(sample => (read(sample.Mean), read(sample.StandardDeviation).NotNegative(), sample.Count))];

    public int Total => _samples.Sum(sample => sample.Count);

    /// <summary>The mean of all values.</summary>
    public ValueRange Mean => Sum(sample => sample.Mean * sample.Count) * (1.0 / Total);

    /// <summary>The sum of squares within the samples.</summary>
    public ValueRange Within => Sum(sample => sample.StandardDeviation.Map(sd => (sample.Count - 1) * sd * sd));

    /// <summary>The sum of squares between the samples' means.</summary>
    /// <remarks>
    /// It is convex in the means, so that its greatest value is at a corner of their box. Its least is that of sum
    /// n (m - c)^2 over means and one centre c, where each mean is as near to c as its interval allows: a convex function of c alone.
    /// </remarks>
    public ValueRange Between => new(LeastBetween(), GreatestBetween());

    /// <summary>The standard deviation of all values.</summary>
    public ValueRange StandardDeviation => ((Within + Between) * (1.0 / (Total - 1))).Map(Math.Sqrt);

    /// <summary>The size of the difference of the first two means.</summary>
    public ValueRange Difference
    {
        get
        {
            ValueRange difference = _samples[0].Mean - _samples[1].Mean;
            double least = difference.Low > 0 ? difference.Low : difference.High < 0 ? -difference.High : 0;
            return new(least, Math.Max(Math.Abs(difference.Low), Math.Abs(difference.High)));
        }
    }

    /// <summary>The squared standard error of a sample's mean.</summary>
    public ValueRange MeanVariance(int sample) => _samples[sample].StandardDeviation.Map(sd => sd * sd / _samples[sample].Count);

    private ValueRange Sum(Func<(ValueRange Mean, ValueRange StandardDeviation, int Count), ValueRange> part) =>
        _samples.Select(part).Aggregate((left, right) => left + right);

    private double GreatestBetween()
    {
        double greatest = 0;
        for (int corner = 0; corner < 1 << Math.Min(_samples.Length, 20); corner++)
        {
            int at = corner;
            double[] means = [.. _samples.Select((sample, i) => (at >> i & 1) == 0 ? sample.Mean.Low : sample.Mean.High)];
            double centre = means.Select((mean, i) => mean * _samples[i].Count).Sum() / Total;
            greatest = Math.Max(greatest, means.Select((mean, i) => _samples[i].Count * (mean - centre) * (mean - centre)).Sum());
        }

        return greatest;
    }

    private double LeastBetween()
    {
        (double low, double high) = (_samples.Min(sample => sample.Mean.Low), _samples.Max(sample => sample.Mean.High));
        for (int i = 0; i < 200; i++)
        {
            (double left, double right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = About(left) < About(right) ? (low, right) : (left, high);
        }

        return About((low + high) / 2);
    }

    private double About(double centre) =>
        _samples.Sum(sample => sample.Count * Math.Pow(Math.Clamp(centre, sample.Mean.Low, sample.Mean.High) - centre, 2));
}
