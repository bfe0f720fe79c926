namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit audit</c>; <c>witness</c> is the sentence where a verdict needs no arithmetic.</summary>
internal sealed record AuditJson(string Study, IReadOnlyDictionary<string, int> Summary, IReadOnlyList<AuditJson.Claim> Claims)
{
    internal sealed record Claim(string Id, string Printed, string Verdict, double? Computed, string? Method, string Witness);
}
