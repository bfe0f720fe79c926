using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The rows of the risk table below cumulative incidences.</summary>
internal static class IncidenceRiskRows
{
    /// <summary>The heading of a table.</summary>
    public static string Heading(IncidencePicture picture, RiskTableContent content) =>
        content == RiskTableContent.AtRiskAndEvents && picture.CauseLabels.Length > 1
            ? $"No. at risk (cumulative no. of events: {string.Join(", ", picture.CauseLabels)})"
            : RiskRows.Heading(content);

    /// <summary>The rows of a table at the given times.</summary>
    public static ImmutableArray<RiskRow> Build(IncidencePicture picture, RiskTableContent content, ImmutableArray<double> times) =>
        content == RiskTableContent.None
            ? []
            : [.. picture.Curves.SelectMany((curve, group) => Build(picture, curve, group, content, times))];

    private static IEnumerable<RiskRow> Build(
        IncidencePicture picture, CumulativeIncidenceCurve curve, int group, RiskTableContent content, ImmutableArray<double> times)
    {
        bool showsLine = picture.Curves.Count > 1;
        string label = picture.GroupLabels[group];
        ImmutableArray<string> risk = [.. times.Select(time => RiskRows.Count(AtRisk(curve, time)))];
        ImmutableArray<ImmutableArray<string>> events =
        [
            .. picture.Causes.Select(cause => (ImmutableArray<string>)
                [.. times.Select(time => RiskRows.Count(SumUpTo(curve, curve.Causes[cause].Events, time)))]),
        ];
        switch (content)
        {
            case RiskTableContent.AtRiskAndEvents:
                yield return new RiskRow(
                    group, label, showsLine, false,
                    [.. risk.Select((count, i) => $"{count} ({string.Join(", ", events.Select(ofCause => ofCause[i]))})")]);
                break;
            case RiskTableContent.Extended:
                yield return new RiskRow(group, label, showsLine, false, []);
                yield return new RiskRow(group, "At risk", false, true, risk);
                yield return new RiskRow(
                    group, "Censored", false, true, [.. times.Select(time => RiskRows.Count(SumUpTo(curve, curve.Censored, time)))]);
                for (int cause = 0; cause < events.Length; cause++)
                {
                    yield return new RiskRow(group, picture.CauseLabels[cause], false, true, events[cause]);
                }

                break;
            default:
                yield return new RiskRow(group, label, showsLine, false, risk);
                break;
        }
    }

    private static double AtRisk(CumulativeIncidenceCurve curve, double time)
    {
        int place = curve.Time.BinarySearch(time);
        place = place >= 0 ? place : ~place;
        return place < curve.AtRisk.Length ? curve.AtRisk[place] : 0;
    }

    private static double SumUpTo(CumulativeIncidenceCurve curve, ImmutableArray<double> values, double time)
    {
        double sum = 0;
        for (int i = 0; i < values.Length && curve.Time[i] <= time; i++)
        {
            sum += values[i];
        }

        return sum;
    }
}
