namespace SurvivalKit.Published;

/// <summary>A column of a printed table.</summary>
/// <param name="Name">The name as claims have it: <c>All</c>, an arm, or <c>P</c>.</param>
/// <param name="Header">The header as printed, with <c>{n}</c> in place of the number of patients.</param>
public sealed record PrintedColumn(string Name, string Header);
