namespace SurvivalKit.Benchmarks;

/// <summary>All rows of the table, in its order.</summary>
internal static class PeerCases
{
    public static IReadOnlyList<PeerCase> All { get; } =
    [
        .. CurveCases.All, .. ComparisonCases.All, .. CoxCases.All, .. AfterFitCases.All, .. FitAndMoreCases.All,
        .. CompetingRisksCases.All,
        .. ParametricCases.All,
    ];

    /// <summary>The rows whose name contains a text, whatever its case.</summary>
    public static IReadOnlyList<PeerCase> Named(string text) =>
        [.. All.Where(row => row.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
}
