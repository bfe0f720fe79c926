using System.Collections.Immutable;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The scripts that a page of notebooks has once for all its charts.</summary>
internal static class ChartScripts
{
    public static ImmutableDictionary<string, Func<string>> All { get; } =
        ImmutableDictionary<string, Func<string>>.Empty.Add(PlotlyScript.Name, () => PlotlyScript.Source);
}
