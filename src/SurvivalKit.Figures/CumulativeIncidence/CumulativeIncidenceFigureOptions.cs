namespace SurvivalKit.Figures;

/// <summary>How cumulative incidences of competing causes are drawn. The defaults suit most journals.</summary>
public sealed record CumulativeIncidenceFigureOptions : FigureOptions
{
    /// <summary>The title of the time axis. Default: <c>Time</c>.</summary>
    public string TimeLabel { get; init; } = "Time";

    /// <summary>Unit of time, such as <c>months</c>; written after the label in brackets, and months and weeks get ticks that suit them.
    /// Default: none.</summary>
    public string? TimeUnit { get; init; }

    /// <summary>The title of the probability axis. Default (null): <c>Cumulative incidence</c>, of the cause where one is drawn; with
    /// <c>, %</c> where <see cref="Percent"/> is set.</summary>
    public string? ProbabilityLabel { get; init; }

    /// <summary>The causes that are drawn, in this order. Default (null): all that have an event, in the order of the status's
    /// levels.</summary>
    public IReadOnlyList<string>? Causes { get; init; }

    /// <summary>Labels of the causes that are drawn, in their order. Default (null): their levels.</summary>
    public IReadOnlyList<string>? CauseLabels { get; init; }

    /// <summary>Labels of the groups in their order. Default (null): those of the fit.</summary>
    public IReadOnlyList<string>? GroupLabels { get; init; }

    /// <summary>Colours of the groups (of the causes, where there is one group) in their order as <c>#RRGGBB</c>, used on every background.
    /// Default (null): Okabe and Ito's.</summary>
    public IReadOnlyList<string>? Colours { get; init; }

    /// <summary>Whether each cause has a panel of its own, above the next one's; else causes of several groups differ in line type. Default
    /// (null): where one panel would have more than four curves.</summary>
    public bool? Panels { get; init; }

    /// <summary>Whether confidence bands are drawn. Default (null): where a panel has up to four curves.</summary>
    public bool? ConfidenceBands { get; init; }

    /// <summary>Whether a tick marks each time at which an observation is censored. Default: false.</summary>
    public bool CensorMarks { get; init; }

    /// <summary>The table below the time axis: numbers at risk of any event. Default: <see cref="RiskTableContent.AtRisk"/>.</summary>
    public RiskTableContent RiskTable { get; init; } = RiskTableContent.AtRisk;

    /// <summary>Whether a key of groups and causes stands above the curves. Default: true.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>Whether the probability axis is in percent. Default: false.</summary>
    public bool Percent { get; init; }

    /// <summary>End of the time axis; later steps are not drawn. Default (null): the last observation.</summary>
    public double? MaximumTime { get; init; }

    /// <summary>Upper end of the probability axis, above 0 and up to 1; what is higher is not drawn. Default (null): the next round number
    /// above all that is drawn.</summary>
    public double? MaximumIncidence { get; init; }

    /// <summary>Distance of the ticks of the time axis. Default (null): a round one.</summary>
    public double? TimeStep { get; init; }

    /// <summary>A curve ends where fewer than this number are at risk. Default: 0, to its last observation.</summary>
    public int MinimumAtRisk { get; init; }

    /// <summary>Height of a panel in millimetres, 20 to 400. Default (null): three fifths of its width, and one third where there are
    /// several.</summary>
    public double? PlotHeight { get; init; }

    /// <summary>Gray's test of the groups, printed inside the plot as <c>Gray P = .72</c>, with the cause before it where one panel has
    /// several. Default: none.</summary>
    public GrayTestResult? Gray { get; init; }

    /// <summary>Lines of text inside the (first) plot below the test. Default: none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the line below the figure names the bands and the censor ticks. Default: true.</summary>
    public bool Footnote { get; init; } = true;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (PlotHeight is { } height)
        {
            Range(nameof(PlotHeight), height, 20, 400, "mm");
        }

        if (MaximumTime is { } end)
        {
            Range(nameof(MaximumTime), end, double.Epsilon, double.MaxValue, "units of time");
        }

        if (MaximumIncidence is { } most)
        {
            Range(nameof(MaximumIncidence), most, double.Epsilon, 1, "of 1");
        }

        if (TimeStep is { } step)
        {
            Range(nameof(TimeStep), step, double.Epsilon, double.MaxValue, "units of time");
        }
    }
}
