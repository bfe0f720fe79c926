using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>A row of the risk table: a label, whether the group's line stands before it, and a number for each tick.</summary>
internal sealed record RiskRow(int Group, string Label, bool ShowsLine, bool Indented, ImmutableArray<string> Cells);

/// <summary>The rows of the risk table below Kaplan-Meier curves.</summary>
internal static class RiskTable
{
    /// <summary>The heading of a table.</summary>
    public static string Heading(RiskTableContent content) => content switch
    {
        RiskTableContent.AtRiskAndEvents => "No. at risk (events)",
        RiskTableContent.Extended => "",
        _ => "No. at risk",
    };

    /// <summary>The rows of a table at the given times.</summary>
    public static ImmutableArray<RiskRow> Rows(ImmutableArray<SurvivalGroup> groups, RiskTableContent content, ImmutableArray<double> times)
    {
        ImmutableArray<RiskRow>.Builder rows = ImmutableArray.CreateBuilder<RiskRow>();
        for (int g = 0; g < groups.Length; g++)
        {
            SurvivalGroup group = groups[g];
            switch (content)
            {
                case RiskTableContent.AtRisk:
                    rows.Add(new RiskRow(g, group.Label, true, false, Cells(times, t => Count(group.AtRiskAt(t)))));
                    break;
                case RiskTableContent.AtRiskAndEvents:
                    rows.Add(new RiskRow(g, group.Label, true, false, Cells(times, t => $"{Count(group.AtRiskAt(t))} ({Count(group.EventsBy(t))})")));
                    break;
                case RiskTableContent.Extended:
                    rows.Add(new RiskRow(g, group.Label, true, false, []));
                    rows.Add(new RiskRow(g, "At risk", false, true, Cells(times, t => Count(group.AtRiskAt(t)))));
                    rows.Add(new RiskRow(g, "Censored", false, true, Cells(times, t => Count(group.CensoredBy(t)))));
                    rows.Add(new RiskRow(g, "Events", false, true, Cells(times, t => Count(group.EventsBy(t)))));
                    break;
                default:
                    break;
            }
        }

        return rows.ToImmutable();
    }

    /// <summary>A count as text; weighted counts keep one decimal.</summary>
    public static string Count(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Cells(ImmutableArray<double> times, Func<double, string> cell) => [.. times.Select(cell)];
}
