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
}
