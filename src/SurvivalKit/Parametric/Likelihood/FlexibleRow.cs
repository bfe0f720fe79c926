namespace SurvivalKit;

/// <summary>The contribution of a row to the likelihood, with room for its derivatives.</summary>
/// <param name="parameters">The number of parameters of the distribution, the predictor among them.</param>
internal sealed class FlexibleRow(int parameters)
{
    private readonly double[] _otherFirst = new double[parameters];
    private readonly double[] _otherSecond = new double[FlexibleValue.Triangle(parameters)];

    /// <summary>The derivatives by the predictor and the shapes.</summary>
    public double[] First { get; } = new double[parameters];

    /// <summary>The second derivatives, lower triangle.</summary>
    public double[] Second { get; } = new double[FlexibleValue.Triangle(parameters)];

    /// <summary>The logarithm of the likelihood of a row.</summary>
    public double Evaluate(ParametricData data, int row, IFlexibleLifetime lifetime, double predictor)
    {
        if (data.IsBetween(row))
        {
            double left = lifetime.LogSurvival(data.Left[row], predictor, First, Second);
            double right = lifetime.LogSurvival(data.Right[row], predictor, _otherFirst, _otherSecond);
            return FlexibleValue.LogDifference(left, First, Second, right, _otherFirst, _otherSecond);
        }

        double value = data.Event[row]
            ? lifetime.LogDensity(data.Time[row], predictor, First, Second)
            : lifetime.LogSurvival(data.Time[row], predictor, First, Second);
        if (data.Start.Length > 0)
        {
            value -= lifetime.LogSurvival(data.Start[row], predictor, _otherFirst, _otherSecond);
            FlexibleValue.Subtract(First, _otherFirst);
            FlexibleValue.Subtract(Second, _otherSecond);
        }

        return value;
    }
}
