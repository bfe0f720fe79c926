namespace SurvivalKit.Figures;

/// <summary>An alteration of a gene in a sample.</summary>
/// <param name="Sample">The sample, as in <see cref="OncoprintData.Samples"/>.</param>
/// <param name="Gene">The gene's symbol.</param>
/// <param name="Kind">The class of the alteration, such as <c>Missense</c> or <c>Amplification</c>.</param>
public sealed record Alteration(string Sample, string Gene, string Kind);
