namespace SurvivalKit.Figures;

/// <summary>What figures of step curves over time have in common: Kaplan-Meier curves and cumulative incidences.</summary>
public abstract record StepFigureOptions : FigureOptions
{
    /// <summary>The title of the time axis. Default: <c>Time</c>.</summary>
    public string TimeLabel { get; init; } = "Time";

    /// <summary>Unit of time, such as <c>months</c>; written after the label in brackets, and months and weeks get ticks that suit them.
    /// Default: none.</summary>
    public string? TimeUnit { get; init; }

    /// <summary>The title of the probability axis. Default (null): what is drawn, as <c>Survival probability</c>, <c>Survival, %</c>,
    /// <c>Cumulative incidence</c> (of the cause where one is drawn) or <c>Cumulative incidence, %</c>.</summary>
    public string? ProbabilityLabel { get; init; }

    /// <summary>Labels of the groups in their order. Default (null): those of the fit.</summary>
    public IReadOnlyList<string>? GroupLabels { get; init; }

    /// <summary>Colours of the groups (of the causes, where causes of one group are drawn) in their order as <c>#RRGGBB</c>, used on every
    /// background. Default (null): Okabe and Ito's.</summary>
    public IReadOnlyList<string>? Colours { get; init; }

    /// <summary>The table below the time axis; numbers at risk are of any event. Default: <see cref="RiskTableContent.AtRisk"/>.</summary>
    public RiskTableContent RiskTable { get; init; } = RiskTableContent.AtRisk;

    /// <summary>Whether the probability axis is in percent. Default: false.</summary>
    public bool Percent { get; init; }

    /// <summary>End of the time axis; later steps are not drawn. Default (null): the last observation.</summary>
    public double? MaximumTime { get; init; }

    /// <summary>Distance of the ticks of the time axis. Default (null): a round one.</summary>
    public double? TimeStep { get; init; }

    /// <summary>A curve ends where fewer than this number are at risk. Default: 0, to its last observation.</summary>
    public int MinimumAtRisk { get; init; }

    /// <summary>Height of the plot area, or of each panel, in millimetres, 20 to 400. Default (null): three fifths of its width, and one
    /// third where there are several panels.</summary>
    public double? PlotHeight { get; init; }

    /// <summary>Lines of text inside the (first) plot below the tests, such as a landmark estimate. Default: none.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the line below the figure names the bands and the censor ticks. Default: true.</summary>
    public bool Footnote { get; init; } = true;

    /// <summary>The title of the time axis with its unit.</summary>
    internal string TimeTitle => TimeUnit is { Length: > 0 } unit ? $"{TimeLabel} ({unit})" : TimeLabel;

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
