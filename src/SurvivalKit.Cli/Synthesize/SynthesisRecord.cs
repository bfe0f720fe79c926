using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit synthesize --report</c>.</summary>
internal static class SynthesisRecord
{
    public static ResultRecord Of(SynthesisResult result) => new()
    {
        ["study"] = result.Cohort.Study.Id,
        ["seed"] = (long)result.Options.Seed,
        ["stopped"] = result.WasStopped,
        ["printedTheSame"] = result.Figures.Count(figure => figure is { PrintsSame: true, LeftOut: null }),
        ["missed"] = result.Missed.Length,
        ["leftOut"] = result.LeftOut.Length,
        ["figures"] = result.Figures.Select(figure => new ResultRecord
        {
            ["id"] = figure.Claim.Id,
            ["printed"] = figure.Claim.Printed,
            ["reached"] = figure.Reached,
            ["unitsAway"] = figure.Distance,
            ["printsSame"] = figure.PrintsSame,
            ["rule"] = figure.Rule?.ToString(),
            ["leftOut"] = figure.LeftOut,
        }),
    };
}
