using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit synthesize --report</c>.</summary>
internal sealed record SynthesisJson(string Study, ulong Seed, bool Stopped, int PrintedTheSame, int Missed, int LeftOut, IReadOnlyList<SynthesisJson.Figure> Figures)
{
    internal sealed record Figure(string Id, string Printed, double? Reached, double? UnitsAway, bool PrintsSame, string? Rule, string? LeftOut);

    public static SynthesisJson Of(SynthesisResult result) => new(
        result.Cohort.Study.Id,
        result.Options.Seed,
        result.WasStopped,
        result.Figures.Count(figure => figure is { PrintsSame: true, LeftOut: null }),
        result.Missed.Length,
        result.LeftOut.Length,
        [
            .. result.Figures.Select(figure => new Figure(
                figure.Claim.Id, figure.Claim.Printed, figure.Reached, figure.Distance, figure.PrintsSame, figure.Rule?.ToString(), figure.LeftOut)),
        ]);
}
