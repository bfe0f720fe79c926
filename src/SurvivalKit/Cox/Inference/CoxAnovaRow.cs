namespace SurvivalKit;

/// <summary>A row of a table of likelihood-ratio tests.</summary>
/// <param name="Term">The term, as <c>factor(ph.ecog)</c>.</param>
/// <param name="LogLikelihood">The log-likelihood with this term and those before it (sequential), or without this term (type III).</param>
/// <param name="Test">The likelihood-ratio test of the term.</param>
public sealed record CoxAnovaRow(string Term, double LogLikelihood, TestResult Test);
