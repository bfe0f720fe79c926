namespace SurvivalKit.Figures;

/// <summary>Draws the survival and the hazards of a population by several distributions, beside Kaplan-Meier and beyond the
/// follow-up.</summary>
/// <example><code>
/// ParametricComparison fits = ParametricModel.Compare(lung, "Surv(time, status) ~ age + sex");
/// ParametricFigure.Draw(fits.Extrapolate(lung, Enumerable.Range(1, 100).Select(k => 20.0 * k))).Save("extrapolation.svg");
/// </code></example>
public static class ParametricFigure
{
    /// <summary>Draws the curves of an extrapolation: a colour a distribution, Kaplan-Meier a broad grey line.</summary>
    /// <param name="curves">The curves; their times are joined by straight lines, so that a hundred of them are smooth.</param>
    /// <param name="options">How they are drawn; null: the defaults.</param>
    /// <returns>The figure; <see cref="Figure.Data"/> has the rows of the extrapolation.</returns>
    /// <exception cref="SurvivalDataException">An option cannot be used.</exception>
    public static Figure Draw(ParametricExtrapolation curves, ParametricFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        options ??= new ParametricFigureOptions();
        options.Check();
        Figure survival = Panel(curves, options, isHazard: false);
        return options.Hazards
            ? FigurePanels.Arrange(
                [survival, Panel(curves, options with { Title = null, Legend = false, Percent = false }, isHazard: true)])
            : survival;
    }

    private static Figure Panel(ParametricExtrapolation curves, ParametricFigureOptions options, bool isHazard)
    {
        string names = string.Join(", ", curves.Curves.Select(curve => curve.Name));
        string what = isHazard ? "Hazard" : "Survival";
        string beside = isHazard || curves.FollowUp is not { } end
            ? "" : FormattableString.Invariant($", beside Kaplan-Meier until {end:G6}");
        string description = options.Description
            ?? FormattableString.Invariant($"{what} of the population until {curves.Times.Max():G6} by {names}{beside}.");
        return new(new ParametricPanel(curves, options, isHazard).Draw(), options.Title ?? what, description, curves.ToDataFrame);
    }
}
