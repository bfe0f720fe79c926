using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>A row of the risk table: a label, whether the group's line stands before it, and a number for each tick.</summary>
internal sealed record RiskRow(int Group, string Label, bool ShowsLine, bool Indented, ImmutableArray<string> Cells);

/// <summary>The rows of the risk table below Kaplan-Meier curves.</summary>
internal static class RiskRows
{
    /// <summary>The heading of a table.</summary>
    public static string Heading(RiskTableContent content) => content switch
    {
        RiskTableContent.AtRiskAndEvents => "No. at risk (cumulative no. of events)",
        RiskTableContent.Extended => "No. at risk, cumulative no. censored and of events",
        _ => "No. at risk",
    };

    /// <summary>The rows of a table at the given times.</summary>
    public static ImmutableArray<RiskRow> Build(
        ImmutableArray<SurvivalGroup> groups, RiskTableContent content, ImmutableArray<double> times) =>
        content == RiskTableContent.None ? [] : [.. groups.SelectMany((group, g) => Build(group, g, content, times))];

    /// <summary>A count as text; weighted counts keep one decimal.</summary>
    public static string Count(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<RiskRow> Build(SurvivalGroup group, int g, RiskTableContent content, ImmutableArray<double> times)
    {
        ImmutableArray<SurvivalEstimate> at = group.At(times);
        ImmutableArray<string> risk = [.. at.Select(e => Count(e.AtRisk))];
        ImmutableArray<string> events = RunningSum(at.Select(e => e.Events)), censored = RunningSum(at.Select(e => e.Censored));
        switch (content)
        {
            case RiskTableContent.AtRiskAndEvents:
                yield return new RiskRow(g, group.Label, true, false, [.. risk.Zip(events, (r, e) => $"{r} ({e})")]);
                break;
            case RiskTableContent.Extended:
                yield return new RiskRow(g, group.Label, true, false, []);
                yield return new RiskRow(g, "At risk", false, true, risk);
                yield return new RiskRow(g, "Censored", false, true, censored);
                yield return new RiskRow(g, "Events", false, true, events);
                break;
            default:
                yield return new RiskRow(g, group.Label, true, false, risk);
                break;
        }
    }

    private static ImmutableArray<string> RunningSum(IEnumerable<double> values)
    {
        double sum = 0;
        return [.. values.Select(v => Count(sum += v))];
    }
}
