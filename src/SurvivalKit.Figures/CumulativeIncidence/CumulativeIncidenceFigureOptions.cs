namespace SurvivalKit.Figures;

/// <summary>How cumulative incidences of competing causes are drawn. The defaults suit most journals.</summary>
public sealed record CumulativeIncidenceFigureOptions : StepFigureOptions
{
    /// <summary>The causes that are drawn, in this order. Default (null): all that have an event, in the order of the status's
    /// levels.</summary>
    public IReadOnlyList<string>? Causes { get; init; }

    /// <summary>Labels of the causes that are drawn, in their order. Default (null): their levels.</summary>
    public IReadOnlyList<string>? CauseLabels { get; init; }

    /// <summary>Whether each cause has a panel of its own, above the next one's; else causes of several groups differ in line type. Default
    /// (null): where one panel would have more than four curves.</summary>
    public bool? Panels { get; init; }

    /// <summary>Whether confidence bands are drawn. Default (null): where a panel has up to four curves.</summary>
    public bool? ConfidenceBands { get; init; }

    /// <summary>Whether a tick marks each time at which an observation is censored. Default: false.</summary>
    public bool CensorMarks { get; init; }

    /// <summary>Whether a key of groups and causes stands above the curves. Default: true.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>Upper end of the probability axis, above 0 and up to 1; what is higher is not drawn. Default (null): the next round number
    /// above all that is drawn.</summary>
    public double? MaximumIncidence { get; init; }

    /// <summary>Gray's test of the groups, printed inside the plot as <c>Gray P = .72</c>, with the cause before it where one panel has
    /// several. Default: none.</summary>
    public GrayTestResult? Gray { get; init; }

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (MaximumIncidence is { } most)
        {
            Range(nameof(MaximumIncidence), most, double.Epsilon, 1, "of 1");
        }
    }
}
