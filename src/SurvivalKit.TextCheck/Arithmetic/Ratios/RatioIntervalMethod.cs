namespace SurvivalKit.TextCheck;

/// <summary>What is known of the method of a ratio's interval.</summary>
public enum RatioIntervalMethod
{
    /// <summary>Nothing: that of a hazard ratio is taken as Wald's, that of an odds ratio, a risk or a rate can be exact.</summary>
    NotStated,

    /// <summary>Wald's, whose ratio is in the middle on the log scale.</summary>
    Wald,

    /// <summary>Another: exact, of the profile likelihood, by bootstrap, Bayesian, or after repeated looks.</summary>
    Other,

    /// <summary>Wald's with a robust standard error, as of clusters, generalised estimating equations or a sandwich: the ratio is in the
    /// middle on the log scale, and neither P nor the number of events bounds the width.</summary>
    Robust,
}
