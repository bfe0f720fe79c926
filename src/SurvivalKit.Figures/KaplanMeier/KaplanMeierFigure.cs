using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>Draws Kaplan-Meier curves with their bands, censor ticks and risk table.</summary>
/// <example><code>
/// KaplanMeierCurves curves = KaplanMeier.Fit(lung, "Surv(time, status) ~ sex");
/// KaplanMeierFigure.Draw(curves, new() { TimeUnit = "days", GroupLabels = ["Men", "Women"] }).Save("survival.svg");
/// </code></example>
public static class KaplanMeierFigure
{
    /// <summary>Draws the curves of a fit, in the order of the groups' levels.</summary>
    /// <param name="curves">The fit.</param>
    /// <param name="options">How they are drawn; null: the defaults.</param>
    /// <returns>The figure; <see cref="Figure.Data"/> has the rows of the fit, <see cref="Figure.ToPage"/> is interactive.</returns>
    /// <exception cref="SurvivalDataException">The fit has no observation, or an option does not fit it.</exception>
    public static Figure Draw(KaplanMeierCurves curves, KaplanMeierFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        return Draw(curves.Curves, curves.ToDataFrame, options ?? new KaplanMeierFigureOptions());
    }

    /// <summary>Draws one curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="options">How it is drawn; null: the defaults.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="SurvivalDataException">The curve has no observation, or an option does not fit it.</exception>
    public static Figure Draw(KaplanMeierCurve curve, KaplanMeierFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        return Draw([curve], () => Rows(curve), options ?? new KaplanMeierFigureOptions());
    }

    private static Figure Draw(ImmutableArray<KaplanMeierCurve> curves, Func<DataFrame> data, KaplanMeierFigureOptions options)
    {
        options.Check();
        if (curves.FirstOrDefault(curve => curve.Time is [< 0, ..]) is { } early)
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The curve of {early.Group} begins at the time {early.Time[0]}; a figure begins at 0, and times from there on were expected."));
        }

        SurvivalPicture picture = SurvivalPicture.Compose(curves, options);
        ImmutableArray<string> notes = KaplanMeierNotes.Write(options, picture.Groups);
        Scene scene = KaplanMeierLayout.Draw(picture, options, notes);
        string title =
            options.Title ?? (options.CumulativeIncidence ? "Cumulative incidence (1 \u2212 Kaplan-Meier)" : "Kaplan-Meier curves");
        string description = options.Description ?? Describe(picture, options, notes);
        return new Figure(scene, title, description, data, still => new InteractiveChart(picture, options, notes, title, still));
    }

    private static string Describe(SurvivalPicture picture, KaplanMeierFigureOptions options, ImmutableArray<string> notes)
    {
        string unit = options.TimeUnit is { Length: > 0 } u ? " " + u : "";
        IEnumerable<string> groups = picture.Groups.Select(g => string.Create(
            CultureInfo.InvariantCulture, $"{g.Label}: {g.Count} observed, {RiskRows.Count(g.Events)} {(g.Events == 1 ? "event" : "events")}, median {Median(g, unit)}"));
        string what = options.CumulativeIncidence
            ? "Cumulative incidence, one minus the Kaplan-Meier estimate"
            : "Kaplan-Meier estimate of survival";
        string tail = notes.IsEmpty ? "" : " " + string.Join("; ", notes.Select(Typesetter.Plain)) + ".";
        return $"{what} against {options.TimeLabel.ToLowerInvariant()}{(unit.Length > 0 ? " in" + unit : "")}. {string.Join("; ", groups)}.{tail}";
    }

    private static string Median(SurvivalGroup group, string unit) =>
        group.Median.Estimate is { } time ? NumberText.Format(time, NumberKind.Time) + unit : "not reached";

    private static DataFrame Rows(KaplanMeierCurve curve) => new(
        new StringDataFrameColumn("group", curve.Time.Select(_ => curve.Group)),
        new DoubleDataFrameColumn("time", curve.Time),
        new DoubleDataFrameColumn("at_risk", curve.AtRisk),
        new DoubleDataFrameColumn("events", curve.Events),
        new DoubleDataFrameColumn("censored", curve.Censored),
        new DoubleDataFrameColumn("survival", curve.Survival),
        new DoubleDataFrameColumn("se", curve.StandardError),
        new DoubleDataFrameColumn("lower", curve.Lower),
        new DoubleDataFrameColumn("upper", curve.Upper));
}
