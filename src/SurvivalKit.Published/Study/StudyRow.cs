namespace SurvivalKit.Published;

/// <summary>How a printed row or figure is measured from the cohort.</summary>
/// <param name="Place">The place, as claims name it.</param>
/// <param name="Row">The row, as claims name it; <see langword="null"/>: the place has no rows.</param>
/// <param name="Measure">What is computed.</param>
/// <param name="Note">What a reader must know about it; <see langword="null"/>: nothing.</param>
public sealed record StudyRow(string Place, string? Row, StudyMeasure Measure, string? Note);
