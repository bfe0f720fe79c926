using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a table of adverse events.</summary>
/// <param name="System">The system; <see langword="null"/> for any event, and where there are no systems.</param>
/// <param name="Term">The term; <see langword="null"/> for any event of the system, or any at all.</param>
/// <param name="Cells">One cell a group.</param>
public sealed record AdverseEventRow(string? System, string? Term, ImmutableArray<AdverseEventCell> Cells);
