using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace SurvivalKit.Fuzz;

/// <summary>A question that this library and R are both asked of a data set; immutable.</summary>
internal sealed record Question
{
    /// <summary>What is asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required QuestionKind Kind { get; init; }

    /// <summary>Whether the response has entry times.</summary>
    public bool IsCounting { get; init; }

    /// <summary>The terms on the right of the formula; none for <c>~ 1</c>.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>The column of case weights.</summary>
    public string? Weights { get; init; }

    /// <summary>The column of clusters.</summary>
    public string? Cluster { get; init; }

    /// <summary>How a Cox model treats ties.</summary>
    public Ties Ties { get; init; }

    /// <summary>The transform of the test of proportional hazards.</summary>
    public TimeTransform Transform { get; init; }

    /// <summary>The type of the limits of a curve.</summary>
    public ConfidenceType ConfidenceType { get; init; }

    /// <summary>The confidence level of a curve.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>How a curve's survival is estimated.</summary>
    public SurvivalMethod SurvivalMethod { get; init; }

    /// <summary>How a curve's hazard is estimated.</summary>
    public HazardMethod HazardMethod { get; init; }

    /// <summary>The horizon of the restricted mean.</summary>
    public double Horizon { get; init; }

    /// <summary>The exponent of the log-rank family.</summary>
    public double Rho { get; init; }

    /// <summary>The formula, the same for both.</summary>
    public string Formula =>
        (IsCounting ? "Surv(start, time, status) ~ " : "Surv(time, status) ~ ") + (Terms.IsEmpty ? "1" : string.Join(" + ", Terms));

    /// <summary>R's name of the function that answers.</summary>
    public string RFunction => Kind switch
    {
        QuestionKind.KaplanMeier => "km",
        QuestionKind.LogRank => "logrank",
        _ => "cox",
    };

    /// <summary>The options, as R's list.</summary>
    public string ROptions => "list(" + string.Join(
        ", ",
        $"weights = {Quoted(Weights)}",
        $"cluster = {Quoted(Cluster)}",
        $"ties = {Quoted(Ties.ToString().ToLowerInvariant())}",
        $"transform = {Quoted(RTransform)}",
        $"conf.type = {Quoted(RConfidenceType)}",
        string.Create(CultureInfo.InvariantCulture, $"level = {Level}, stype = {1 + (int)SurvivalMethod}, ctype = {1 + (int)HazardMethod}"),
        string.Create(CultureInfo.InvariantCulture, $"tau = {Horizon:R}, rho = {Rho})"));

    /// <summary>Whether a column of the data is named.</summary>
    public bool Names(string column) =>
        column is "time" or "status" || (column == "start" && IsCounting) || column == Weights || column == Cluster
        || Terms.Any(term => term.Split(['(', ')', ':', '*', '^', ' ']).Contains(column));

    private string RTransform => Transform == TimeTransform.KaplanMeier ? "km" : Transform.ToString().ToLowerInvariant();

    private string RConfidenceType => ConfidenceType switch
    {
        ConfidenceType.LogLog => "log-log",
        ConfidenceType.Arcsine => "arcsin",
        _ => ConfidenceType.ToString().ToLowerInvariant(),
    };

    private static string Quoted(string? name) => name is null ? "NULL" : $"\"{name}\"";
}
