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
}
