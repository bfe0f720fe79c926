namespace SurvivalKit;

/// <summary>A row that does not go with the row of the same subject before it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Subject">The subject, by its id.</param>
/// <param name="Row">The row of the data, from 1.</param>
/// <param name="RowBefore">The row of the same subject before it.</param>
/// <param name="Sentence">It in one sentence, with subject and rows.</param>
public sealed record StateProblem(StateProblemKind Kind, string Subject, int Row, int RowBefore, string Sentence);
