namespace SurvivalKit.Cli;

/// <summary>What the page of a reproduction adds to that of its audit.</summary>
internal static class ReportStyle
{
    public const string Css = """
        .chapter { border-top: 1px solid var(--line); padding: .4rem 0; }
        .chapter > article { padding: .5rem 0 1.5rem; overflow-x: auto; }
        .chart { margin: 0; }
        .facts table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .facts caption { text-align: start; font-weight: 600; padding-bottom: .4rem; }
        @media print { #notebooks { display: none; } }
        """;
}
