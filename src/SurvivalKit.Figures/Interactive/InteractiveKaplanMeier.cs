namespace SurvivalKit.Figures;

/// <summary>Makes interactive Kaplan-Meier charts.</summary>
public static class InteractiveKaplanMeier
{
    /// <summary>The interactive chart of a fit.</summary>
    /// <param name="curves">The fit.</param>
    /// <param name="options">How it is drawn, as for <see cref="KaplanMeierFigure"/>; null: the defaults.</param>
    /// <returns>The chart, as a fragment or a page.</returns>
    /// <exception cref="SurvivalDataException">The fit has no observation, or an option does not fit it.</exception>
    public static InteractiveChart Chart(KaplanMeierCurves curves, KaplanMeierFigureOptions? options = null) =>
        KaplanMeierFigure.Draw(curves, options).Interactive!;
}
