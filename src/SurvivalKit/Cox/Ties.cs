namespace SurvivalKit;

/// <summary>How the partial likelihood treats events at the same time.</summary>
public enum Ties
{
    /// <summary>Efron (1977): the default, as in R; close to the exact likelihood.</summary>
    Efron,

    /// <summary>Breslow (1974): the default of SPSS, SAS and Stata.</summary>
    Breslow,

    /// <summary>The discrete-time (conditional logistic) likelihood (Cox 1972), R's <c>ties = "exact"</c>: time is discrete, and events at
    /// one time are truly simultaneous. Takes no case weights; its work grows with the largest number of ties.</summary>
    Exact,
}
