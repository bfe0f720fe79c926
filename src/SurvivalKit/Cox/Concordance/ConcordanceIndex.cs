namespace SurvivalKit;

/// <summary>Harrell's concordance.</summary>
/// <param name="Estimate">The fraction of comparable pairs in which the higher predicted risk had the event first; ties in risk count one
/// half. Not a number without a comparable pair.</param>
/// <param name="StandardError">Its infinitesimal-jackknife standard error.</param>
public sealed record ConcordanceIndex(double Estimate, double StandardError);
