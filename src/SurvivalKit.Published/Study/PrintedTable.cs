using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The layout of a printed table: its headers and rows, without the numbers, which are claims.</summary>
/// <param name="Place">The place, as claims name it: <c>table1</c>.</param>
/// <param name="Title">The title.</param>
/// <param name="Stub">The header of the first column.</param>
/// <param name="Columns">The other columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Notes">The footnotes.</param>
public sealed record PrintedTable(
    string Place,
    string Title,
    string Stub,
    ImmutableArray<PrintedColumn> Columns,
    ImmutableArray<PrintedRow> Rows,
    ImmutableArray<string> Notes);
