namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit check</c>.</summary>
internal sealed record CheckJson(IReadOnlyList<CheckJson.Finding> Findings)
{
    internal sealed record Finding(string Kind, string Text, int Line, string Verdict, string Detail);
}
