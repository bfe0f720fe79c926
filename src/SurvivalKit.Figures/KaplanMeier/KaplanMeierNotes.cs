using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The lines of text inside a Kaplan-Meier plot: hazard ratio, test and the options' notes.</summary>
internal static class KaplanMeierNotes
{
    /// <summary>The lines; none where the options give none.</summary>
    public static ImmutableArray<string> Write(KaplanMeierFigureOptions options, ImmutableArray<SurvivalGroup> groups)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        if (options.HazardRatio is { } term)
        {
            lines.Add(Ratio(term, options.HazardRatioLevel));
            lines.Add(HazardRatioContrast.Of(term, options, groups));
        }

        if (options.LogRank is { } comparison)
        {
            lines.Add($"{Name(comparison.Test)} {PText.Sentence(comparison.P)}");
        }

        if (options.Test is { } test)
        {
            lines.Add($"{Name(test.Test)} {PText.Sentence(test.P)}");
        }

        lines.AddRange(options.Notes.Where(note => !string.IsNullOrWhiteSpace(note)));
        return lines.ToImmutable();
    }

    private static string Ratio(CoxTerm term, double level) => ForestEstimate.From(term).IsEstimable
        ? $"HR {ForestText.Ratio(term.HazardRatio, 2)} ({NumberText.Level(level)} CI, {ForestText.Ratio(term.Lower, 2)}\u2013{ForestText.Ratio(term.Upper, 2)})"
        : "HR not estimable";

    // "Log-rank test" is written "Log-rank P = .72".
    private static string Name(string test) => test.EndsWith(" test", StringComparison.Ordinal) ? test[..^5] : test;
}
