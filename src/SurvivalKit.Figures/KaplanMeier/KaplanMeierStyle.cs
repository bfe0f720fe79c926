using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SurvivalKit.Figures;

/// <summary>Choices that the drawn and the interactive Kaplan-Meier figure share.</summary>
internal static partial class KaplanMeierStyle
{
    /// <summary>Colours and line types of the groups.</summary>
    /// <exception cref="SurvivalDataException">A given colour is not of the form #RRGGBB.</exception>
    public static ImmutableArray<GroupStyle> Choose(int groups, KaplanMeierFigureOptions options)
    {
        ImmutableArray<Tone> colours = options.Colours is { Count: > 0 } given ? [.. given.Select(Given)] : Tones.Groups;
        return [.. Enumerable.Range(0, groups).Select(g => GroupStyle.ForGroup(g, colours))];
    }

    /// <summary>End of the time axis: the next tick if it is near, else a little beyond the last observation.</summary>
    public static double AxisEnd(double last, double step)
    {
        double next = Math.Ceiling((last / step) - 1e-9) * step;
        return next - last <= 0.4 * step ? next : last + (0.02 * last);
    }

    /// <summary>Explanations of bands, ticks and abbreviations, a sentence each; empty where there are none.</summary>
    public static string Footnote(SurvivalPicture picture, KaplanMeierFigureOptions options)
    {
        var parts = new List<string>(3);
        // What is drawn, in units of the axes: bands and ticks may all lie beyond its end.
        double end = options.MaximumTime ?? Math.Max(picture.Groups.Max(g => g.End), double.Epsilon);
        var frame = new KaplanMeierFrame(0, 0, 1, 1, end);
        ImmutableArray<StepShape> shapes = [.. picture.Groups.Select(
            g => new StepShape(g, frame, options.CumulativeIncidence, options.MinimumAtRisk))];
        if (HasBands(picture, options) && shapes.Any(shape => !shape.Band().IsEmpty))
        {
            parts.Add($"Shaded: pointwise {NumberText.Level(picture.Level)} confidence interval ({picture.Interval}).");
        }

        if (options.CensorMarks && shapes.Any(shape => !shape.CensorTicks(0).IsEmpty))
        {
            parts.Add("Ticks on the curves: censored.");
        }

        if (options.Legend == KaplanMeierLegend.Statistics)
        {
            if (picture.Groups.Any(g => g.Median.Estimate is null))
            {
                parts.Add($"{KaplanMeierKey.NotReached}: not reached.");
            }

            if (picture.Groups.Any(g => g.Median.Lower is null || g.Median.Upper is null))
            {
                parts.Add($"{KaplanMeierKey.NotEstimable}: not estimable.");
            }
        }

        return string.Join(' ', parts);
    }

    /// <summary>Whether the bands are drawn.</summary>
    public static bool HasBands(SurvivalPicture picture, KaplanMeierFigureOptions options) =>
        options.ConfidenceBands ?? picture.Groups.Length <= 4;

    /// <summary>A colour that the user gave, the same on light and on dark paper.</summary>
    /// <exception cref="SurvivalDataException">It is not of the form #RRGGBB.</exception>
    internal static Tone Given(string colour) => Hex().IsMatch(colour)
        ? new Tone(colour.ToUpperInvariant(), colour.ToUpperInvariant())
        : throw new SurvivalDataException($"The options hold the colour '{colour}'; a colour has the form #RRGGBB.");

    [GeneratedRegex("^#[0-9A-Fa-f]{6}$")]
    private static partial Regex Hex();
}
