using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>Draws cumulative incidences of competing causes with their bands and the table of numbers at risk.</summary>
/// <example><code>
/// CumulativeIncidenceCurves curves = CumulativeIncidence.Fit(pbc, "Surv(time, factor(status)) ~ trt");
/// CumulativeIncidenceFigure.Draw(curves, new() { TimeUnit = "days", CauseLabels = ["Transplant", "Death"] }).Save("incidence.svg");
/// </code></example>
public static class CumulativeIncidenceFigure
{
    /// <summary>Draws the curves of a fit: groups in colours, causes in line types or in panels.</summary>
    /// <param name="curves">The fit.</param>
    /// <param name="options">How they are drawn; null: the defaults.</param>
    /// <returns>The figure; <see cref="Figure.Data"/> has the rows of the fit.</returns>
    /// <exception cref="SurvivalDataException">The fit has no event or no such cause, or an option does not fit it.</exception>
    public static Figure Draw(CumulativeIncidenceCurves curves, CumulativeIncidenceFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return Draw(curves.Curves, curves.ToDataFrame, options ?? new CumulativeIncidenceFigureOptions());
    }

    /// <summary>Draws the curves of one group: a colour a cause.</summary>
    /// <param name="curve">The curves.</param>
    /// <param name="options">How they are drawn; null: the defaults.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="SurvivalDataException">The group has no event or no such cause, or an option does not fit it.</exception>
    public static Figure Draw(CumulativeIncidenceCurve curve, CumulativeIncidenceFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Draw([curve], curve.ToDataFrame, options ?? new CumulativeIncidenceFigureOptions());
    }

    private static Figure Draw(
        IReadOnlyList<CumulativeIncidenceCurve> curves, Func<DataFrame> data, CumulativeIncidenceFigureOptions options)
    {
        options.Check();
        IncidencePicture picture = IncidencePicture.Compose(curves, options);
        Scene scene = IncidenceLayout.Draw(picture, options);
        return new Figure(
            scene, options.Title ?? "Cumulative incidence", options.Description ?? IncidenceText.Describe(picture, options), data);
    }
}
