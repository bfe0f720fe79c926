namespace SurvivalKit;

/// <summary>A row of the test of proportional hazards; <c>GLOBAL</c> is that of all terms together.</summary>
/// <param name="Term">The term, as <c>factor(ph.ecog)</c>; or the coefficient.</param>
/// <param name="ChiSquare">The score statistic of a coefficient that changes with the transformed time; not a number where the
/// data do not determine it.</param>
/// <param name="DegreesOfFreedom">The number of estimable coefficients of the term.</param>
/// <param name="P">Its upper chi-square tail.</param>
public sealed record ProportionalHazardsTerm(string Term, double ChiSquare, int DegreesOfFreedom, double P);
