namespace SurvivalKit.Figures;

/// <summary>How Kaplan-Meier curves are drawn. The defaults suit most journals.</summary>
public sealed record KaplanMeierFigureOptions : StepFigureOptions
{
    /// <summary>Whether confidence bands are drawn. Default (null): for up to four groups.</summary>
    public bool? ConfidenceBands { get; init; }

    /// <summary>Whether a tick marks each time at which an observation is censored. Default: true.</summary>
    public bool CensorMarks { get; init; } = true;

    /// <summary>The key above the curves. Default: <see cref="KaplanMeierLegend.Labels"/>; a single curve has none.</summary>
    public KaplanMeierLegend Legend { get; init; } = KaplanMeierLegend.Labels;

    /// <summary>Whether 1 - S(t), the cumulative incidence without competing risks, is drawn instead of S(t). Default: false.</summary>
    public bool CumulativeIncidence { get; init; }

    /// <summary>How many units of the data's time are one unit of the figure's: 30.4375 draws days as months. <see
    /// cref="StepFigureOptions.TimeUnit"/>,
    /// <see cref="StepFigureOptions.MaximumTime"/> and <see cref="StepFigureOptions.TimeStep"/> are in the figure's unit. Default:
    /// 1.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>Whether dotted lines lead from each median to the time axis. Default: false.</summary>
    public bool MedianLines { get; init; }

    /// <summary>The comparison of the groups, printed inside the plot as <c>Log-rank P = .72</c>. Default: none.</summary>
    public LogRankResult? LogRank { get; init; }

    /// <summary>Another test of the groups, such as the score test of a Cox model, printed likewise. Default: none.</summary>
    public TestResult? Test { get; init; }

    /// <summary>A hazard ratio of the groups, printed inside the plot as <c>HR 1.13 (95% CI, 0.56&#8211;2.28)</c>, and below it who is
    /// compared with whom. Default: none.</summary>
    public CoxTerm? HazardRatio { get; init; }

    /// <summary>Who is compared with whom in <see cref="HazardRatio"/>, such as <c>women vs men</c>. Default (null): the labels of the two
    /// groups where the coefficient's name says which they are (<c>armB</c> of the curves <c>arm=A</c> and <c>arm=B</c>), else the
    /// coefficient's name.</summary>
    public string? HazardRatioContrast { get; init; }

    /// <summary>Confidence level of the interval of <see cref="HazardRatio"/>. Default: 0.95.</summary>
    public double HazardRatioLevel { get; init; } = 0.95;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        Range(nameof(TimeScale), TimeScale, double.Epsilon, double.MaxValue, "units of the data");
    }
}
