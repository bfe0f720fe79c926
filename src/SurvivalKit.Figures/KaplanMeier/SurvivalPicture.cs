using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The curves of one figure in factor order, with the name of their intervals.</summary>
/// <param name="Groups">The curves, at least one of them with an observation.</param>
/// <param name="Interval">Name of the interval type, such as <c>log</c>.</param>
/// <param name="Level">Confidence level, such as 0.95.</param>
internal sealed record SurvivalPicture(ImmutableArray<SurvivalGroup> Groups, string Interval, double Level)
{
    /// <summary>The picture of fitted curves.</summary>
    /// <exception cref="SurvivalDataException">There is nothing to draw, or the labels are not one for each curve.</exception>
    public static SurvivalPicture Compose(IReadOnlyList<KaplanMeierCurve> curves, KaplanMeierFigureOptions options)
    {
        if (!curves.Any(c => !c.Time.IsEmpty))
        {
            throw new SurvivalDataException("The fit has no observation; a Kaplan-Meier figure needs at least one.");
        }

        IReadOnlyList<string> labels = options.GroupLabels ?? [.. curves.Select(c => SurvivalGroup.LabelOf(c.Group))];
        if (labels.Count != curves.Count)
        {
            throw new SurvivalDataException(
                $"The option GroupLabels has {NumberText.Count(labels.Count, "label")}, the fit has {NumberText.Count(curves.Count, "curve")}; one label for each curve was expected.");
        }

        KaplanMeierOptions fit = curves[0].Options;
        return new SurvivalPicture(
            [.. curves.Select((c, i) => new SurvivalGroup(c, labels[i], options.TimeScale))], NameOf(fit.ConfidenceType), fit.Level);
    }

    /// <summary>The name of an interval type, such as <c>log-log</c>.</summary>
    public static string NameOf(ConfidenceType type) => type switch
    {
        ConfidenceType.LogLog => "log-log",
        ConfidenceType.Arcsine => "arcsine",
        _ => type.ToString().ToLowerInvariant(),
    };
}
