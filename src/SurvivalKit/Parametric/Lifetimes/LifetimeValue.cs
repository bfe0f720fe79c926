namespace SurvivalKit;

/// <summary>A logarithm of a density or of a survival function, and its derivatives by the linear predictor and by the shape.</summary>
/// <param name="Value">The logarithm.</param>
/// <param name="Predictor">Its derivative by the linear predictor.</param>
/// <param name="Shape">Its derivative by the shape.</param>
/// <param name="PredictorTwice">Its second derivative by the linear predictor.</param>
/// <param name="Mixed">Its derivative by both.</param>
/// <param name="ShapeTwice">Its second derivative by the shape.</param>
internal readonly record struct LifetimeValue(
    double Value, double Predictor, double Shape, double PredictorTwice, double Mixed, double ShapeTwice)
{
    /// <summary>The difference of two.</summary>
    public static LifetimeValue operator -(LifetimeValue left, LifetimeValue right) => new(
        left.Value - right.Value, left.Predictor - right.Predictor, left.Shape - right.Shape,
        left.PredictorTwice - right.PredictorTwice, left.Mixed - right.Mixed, left.ShapeTwice - right.ShapeTwice);

    /// <summary>The logarithm of the difference of two survival functions, the first the greater one.</summary>
    public static LifetimeValue LogDifference(LifetimeValue left, LifetimeValue right)
    {
        double gap = right.Value - left.Value;
        double both = Math.Exp(gap);
        if (both == 0)
        {
            return left;
        }

        // With q = S(right) / (S(left) - S(right)) the derivatives have no difference of great numbers.
        double part = -SmallNumbers.ExpMinusOne(gap);
        double q = both / part;
        (double predictor, double shape) = (left.Predictor - right.Predictor, left.Shape - right.Shape);
        double square = q * (1 + q);
        return new(
            left.Value + Math.Log(part),
            left.Predictor + (q * predictor),
            left.Shape + (q * shape),
            left.PredictorTwice + (q * (left.PredictorTwice - right.PredictorTwice)) - (square * predictor * predictor),
            left.Mixed + (q * (left.Mixed - right.Mixed)) - (square * predictor * shape),
            left.ShapeTwice + (q * (left.ShapeTwice - right.ShapeTwice)) - (square * shape * shape));
    }
}
