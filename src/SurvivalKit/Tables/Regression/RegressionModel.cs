using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A column of a regression table: one fit, or several of a variable each, under a heading.</summary>
/// <param name="Heading">The heading; empty where there is only one model.</param>
/// <param name="Fits">The fits, in whose terms a row is looked up in turn.</param>
public sealed record RegressionModel(string Heading, ImmutableArray<CoxFit> Fits);
