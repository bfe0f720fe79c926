using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>A curve of a figure of incidences.</summary>
/// <param name="Group">The place of its group.</param>
/// <param name="Cause">The place of its cause among those drawn.</param>
/// <param name="Steps">Its steps, as those of one minus the incidence.</param>
internal sealed record IncidenceLine(int Group, int Cause, ImmutableArray<SurvivalStep> Steps);

/// <summary>The curves of a figure of incidences: groups, causes and their panels.</summary>
/// <param name="Curves">The fit.</param>
/// <param name="Causes">The places in it of the causes that are drawn.</param>
/// <param name="GroupLabels">The label of each group.</param>
/// <param name="CauseLabels">The label of each cause that is drawn.</param>
/// <param name="Lines">The curves.</param>
/// <param name="HasPanels">Whether each cause has a panel of its own.</param>
internal sealed record IncidencePicture(
    IReadOnlyList<CumulativeIncidenceCurve> Curves,
    ImmutableArray<int> Causes,
    ImmutableArray<string> GroupLabels,
    ImmutableArray<string> CauseLabels,
    ImmutableArray<IncidenceLine> Lines,
    bool HasPanels)
{
    private const int MostLinesOfAPanel = 4;

    /// <summary>The number of panels.</summary>
    public int Panels => HasPanels ? Causes.Length : 1;

    /// <summary>The number of curves in a panel.</summary>
    public int LinesOfAPanel => Lines.Length / Panels;

    /// <summary>Time of the last observation.</summary>
    public double End => Curves.Max(curve => curve.Time.IsEmpty ? 0 : curve.Time[^1]);

    /// <summary>The curves of a panel.</summary>
    public ImmutableArray<IncidenceLine> LinesOf(int panel) => HasPanels ? [.. Lines.Where(line => line.Cause == panel)] : Lines;

    /// <summary>Whether bands are drawn.</summary>
    public bool HasBands(CumulativeIncidenceFigureOptions options) => options.ConfidenceBands ?? LinesOfAPanel <= MostLinesOfAPanel;

    /// <summary>The picture of fitted curves.</summary>
    /// <exception cref="SurvivalDataException">There is no such cause, or the labels are not one for each group or cause.</exception>
    public static IncidencePicture Compose(IReadOnlyList<CumulativeIncidenceCurve> curves, CumulativeIncidenceFigureOptions options)
    {
        CumulativeIncidenceCurve? early = curves.FirstOrDefault(curve => curve.Time is [< 0, ..]);
        if (early is not null)
        {
            throw new SurvivalDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The curves of {early.Group} begin at the time {early.Time[0]}; a figure begins at 0, and times from there on were expected."));
        }

        ImmutableArray<int> causes = PlacesOf(curves, options);
        ImmutableArray<string> causeLabels = Labels(
            nameof(options.CauseLabels), options.CauseLabels, [.. causes.Select(cause => curves[0].Causes[cause].Cause)], "cause");
        ImmutableArray<string> groupLabels = Labels(
            nameof(options.GroupLabels), options.GroupLabels, [.. curves.Select(curve => SurvivalGroup.LabelOf(curve.Group))], "group");
        ImmutableArray<IncidenceLine> lines =
        [
            .. causes.SelectMany((cause, place) => curves.Select((curve, group) => new IncidenceLine(group, place, Steps(curve, cause)))),
        ];
        bool hasPanels = causes.Length > 1 && (options.Panels ?? lines.Length > MostLinesOfAPanel);
        return new IncidencePicture(curves, causes, groupLabels, causeLabels, lines, hasPanels);
    }

    private static ImmutableArray<int> PlacesOf(IReadOnlyList<CumulativeIncidenceCurve> curves, CumulativeIncidenceFigureOptions options)
    {
        ImmutableArray<CauseIncidence> all = curves[0].Causes;
        if (options.Causes is { Count: > 0 } asked)
        {
            return [.. asked.Select(name => all.IndexOf(curves[0][name]))];
        }

        int[] withEvents = [.. Enumerable.Range(0, all.Length).Where(cause => curves.Any(curve => curve.Causes[cause].EventTotal > 0))];
        return withEvents.Length > 0 ? [.. withEvents] : throw new SurvivalDataException(
            "The fit has no event; a figure of incidences needs at least one.");
    }

    private static ImmutableArray<string> Labels(string option, IReadOnlyList<string>? given, ImmutableArray<string> standard, string what)
    {
        if (given is not null && given.Count != standard.Length)
        {
            throw new SurvivalDataException(
                $"The option {option} has {NumberText.Count(given.Count, "label")}, the figure has {NumberText.Count(standard.Length, what)}; one label for each {what} was expected.");
        }

        return given is null ? standard : [.. given];
    }

    private static ImmutableArray<SurvivalStep> Steps(CumulativeIncidenceCurve curve, int cause)
    {
        CauseIncidence incidence = curve.Causes[cause];
        return
        [
            .. Enumerable.Range(0, curve.Time.Length).Select(i => new SurvivalStep(
                curve.Time[i],
                curve.AtRisk[i],
                incidence.Events[i],
                curve.Censored[i],
                1 - incidence.Incidence[i],
                1 - incidence.Upper[i],
                1 - incidence.Lower[i])),
        ];
    }
}
