namespace SurvivalKit.Published;

/// <summary>Something printed that a draft of the study file did not understand, or understood with doubt.</summary>
/// <param name="Place">The place, as claims name it.</param>
/// <param name="Row">The row, as claims name it; <see langword="null"/>: none, or not known.</param>
/// <param name="Column">The column, as claims name it, or its heading; <see langword="null"/>: none, or not known.</param>
/// <param name="Printed">What is printed.</param>
/// <param name="Line">The line of the paper's text, from 1; <see langword="null"/>: not known.</param>
/// <param name="Reason">What is not understood, in a sentence.</param>
public sealed record StudyRemark(string Place, string? Row, string? Column, string Printed, int? Line, string Reason);
