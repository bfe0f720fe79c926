namespace SurvivalKit.Figures;

/// <summary>A ratio with its interval, as a model gives it.</summary>
/// <param name="Ratio">The hazard ratio (or another ratio), above 0; NaN, or with an interval from 0 to infinity, where it is not
/// estimable, which the figure prints as <c>NE</c>.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end of the interval; may be infinite.</param>
/// <param name="P">P value; null where none is printed.</param>
public sealed record ForestEstimate(double Ratio, double Lower, double Upper, double? P = null)
{
    /// <summary>Weight of the estimate, which the area of its box shows. Default (null): the precision, one over the squared width of the
    /// interval's logarithm.</summary>
    public double? Weight { get; init; }

    /// <summary>Why there is no estimate, such as <c>separates the events</c>; the footnote says it of the row's label. Default (null): nothing
    /// is said.</summary>
    public string? Reason { get; init; }

    /// <summary>The hazard ratio of a coefficient of a Cox model.</summary>
    /// <param name="term">The coefficient.</param>
    public static ForestEstimate From(CoxTerm term)
    {
        ArgumentNullException.ThrowIfNull(term);
        string? reason = double.IsPositiveInfinity(term.StandardError) ? "separates the events"
            : !term.IsEstimable ? "not determined by the data"
            : null;
        return new ForestEstimate(term.HazardRatio, term.Lower, term.Upper, term.P) { Reason = reason };
    }

    /// <summary>Whether ratio and interval can be drawn. An interval from 0 to infinity says nothing of the ratio: where the events are
    /// separated, the ratio beside it is only where the iteration stopped.</summary>
    internal bool IsEstimable =>
        Ratio > 0 && double.IsFinite(Ratio) && Lower >= 0 && Upper >= Lower && (Lower > 0 || double.IsFinite(Upper));

    /// <summary>The weight that is drawn; 0 where the interval has no finite width.</summary>
    internal double EffectiveWeight
    {
        get
        {
            if (Weight is { } given)
            {
                return given;
            }

            double width = Math.Log(Upper / Lower);
            return double.IsFinite(width) && width > 0 ? 1 / (width * width) : 0;
        }
    }
}
