namespace SurvivalKit.Published;

/// <summary>Something that is computed of a <see cref="SurvivalDraft"/> and compared with the claims it gives.</summary>
internal abstract class SurvivalFigure(int endpoint)
{
    private const double Near = 25;

    /// <summary>The endpoint.</summary>
    protected int Endpoint { get; } = endpoint;

    /// <summary>Whether a change can change the figure.</summary>
    public abstract bool DependsOn(SurvivalMove move);

    /// <summary>How far it is from what is printed, summed over its claims: 0 where they print the same.</summary>
    public abstract double Cost();

    // Near the printed figure the root of the distance in printed units, which rewards the last step to the digit;
    // farther away a line, which pulls far figures without end.
    protected static double Miss(Claim claim, double? figure)
    {
        double units = PrintedDistance.Of(claim, figure ?? double.NaN);
        return units < Near ? Math.Sqrt(units) : Math.Sqrt(Near) + ((units - Near) / 10);
    }
}
