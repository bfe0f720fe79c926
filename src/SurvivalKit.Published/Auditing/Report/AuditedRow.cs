using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A row of an <see cref="AuditedTable"/>.</summary>
/// <param name="Printed">Its label as printed.</param>
/// <param name="Depth">The number of headings above it.</param>
/// <param name="Cells">For each column the pieces of its cell; none where nothing is printed.</param>
public sealed record AuditedRow(string Printed, int Depth, ImmutableArray<ImmutableArray<PrintedPiece>> Cells);
