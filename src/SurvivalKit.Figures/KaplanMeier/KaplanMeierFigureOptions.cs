namespace SurvivalKit.Figures;

/// <summary>How Kaplan-Meier curves are drawn. The defaults suit most journals.</summary>
public sealed record KaplanMeierFigureOptions : FigureOptions
{
    /// <summary>The title of the time axis. Default: <c>Time</c>.</summary>
    public string TimeLabel { get; init; } = "Time";

    /// <summary>Unit of time, such as <c>months</c>; written after the label in brackets, and months and weeks get ticks that suit them.
    /// Default: none.</summary>
    public string? TimeUnit { get; init; }

    /// <summary>The title of the probability axis. Default (null): <c>Survival probability</c>, <c>Survival, %</c>, <c>Cumulative
    /// incidence</c> or <c>Cumulative incidence, %</c>.</summary>
    public string? ProbabilityLabel { get; init; }

    /// <summary>Labels of the curves in their order. Default (null): those of the fit.</summary>
    public IReadOnlyList<string>? GroupLabels { get; init; }

    /// <summary>Colours of the curves in their order as <c>#RRGGBB</c>, used on every background. Default
    /// (null): Okabe and Ito's.</summary>
    public IReadOnlyList<string>? Colours { get; init; }

    /// <summary>Whether confidence bands are drawn. Default (null): for up to four groups.</summary>
    public bool? ConfidenceBands { get; init; }

    /// <summary>Whether a tick marks each time at which an observation is censored. Default: true.</summary>
    public bool CensorMarks { get; init; } = true;

    /// <summary>The table below the time axis. Default: <see cref="RiskTableContent.AtRisk"/>.</summary>
    public RiskTableContent RiskTable { get; init; } = RiskTableContent.AtRisk;

    /// <summary>The key above the curves. Default: <see cref="KaplanMeierLegend.Labels"/>; a single curve has none.</summary>
    public KaplanMeierLegend Legend { get; init; } = KaplanMeierLegend.Labels;

    /// <summary>Whether the probability axis goes from 0 to 100 % instead of 0 to 1. Default: false.</summary>
    public bool Percent { get; init; }

    /// <summary>Whether 1 - S(t), the cumulative incidence without competing risks, is drawn instead of S(t). Default: false.</summary>
    public bool CumulativeIncidence { get; init; }

    /// <summary>Whether dotted lines lead from each median to the time axis. Default: false.</summary>
    public bool MedianLines { get; init; }

    /// <summary>End of the time axis; later steps are not drawn. Default (null): the last observation.</summary>
    public double? MaximumTime { get; init; }

    /// <summary>Distance of the ticks of the time axis. Default (null): a round one.</summary>
    public double? TimeStep { get; init; }

    /// <summary>A curve ends where fewer than this number are at risk. Default: 0, to its last observation.</summary>
    public int MinimumAtRisk { get; init; }

    /// <summary>Height of the plot area in millimetres, 20 to 400. Default (null): three fifths of its width.</summary>
    public double? PlotHeight { get; init; }

    /// <summary>The comparison of the groups, printed inside the plot as <c>Log-rank P = .72</c>. Default: none.</summary>
    public LogRankResult? LogRank { get; init; }

    /// <summary>Another test of the groups, such as the score test of a Cox model, printed likewise. Default: none.</summary>
    public TestResult? Test { get; init; }

    /// <summary>A hazard ratio of the groups, printed inside the plot as <c>HR 1.13 (95% CI, 0.56&#8211;2.28)</c>, and below it who is
    /// compared with whom. Default: none.</summary>
    public CoxTerm? HazardRatio { get; init; }

    /// <summary>Who is compared with whom in <see cref="HazardRatio"/>, such as <c>women vs men</c>. Default (null): the labels of the two groups
    /// where the coefficient's name says which they are (<c>armB</c> of the curves <c>arm=A</c> and <c>arm=B</c>), else the coefficient's
    /// name.</summary>
    public string? HazardRatioContrast { get; init; }

    /// <summary>Confidence level of the interval of <see cref="HazardRatio"/>. Default: 0.95.</summary>
    public double HazardRatioLevel { get; init; } = 0.95;

    /// <summary>Lines of text inside the plot below the test and the hazard ratio, such as a landmark estimate. Default: none.</summary>
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

        if (TimeStep is { } step)
        {
            Range(nameof(TimeStep), step, double.Epsilon, double.MaxValue, "units of time");
        }
    }
}
