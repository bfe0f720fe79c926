namespace SurvivalKit.Benchmarks;

/// <summary>A row of the table.</summary>
/// <param name="Name">What is computed.</param>
/// <param name="Rows">The number of rows of the data.</param>
/// <param name="Ours">Our seconds, the median of the runs.</param>
/// <param name="R">R's seconds, the median of its runs; <see langword="null"/> without R.</param>
/// <param name="Ratio">How many times as long R takes; <see langword="null"/> without R.</param>
/// <param name="Agree">Whether the results are the same; <see langword="null"/> without R.</param>
internal sealed record PeerRow(string Name, int Rows, double Ours, double? R, double? Ratio, bool? Agree);
