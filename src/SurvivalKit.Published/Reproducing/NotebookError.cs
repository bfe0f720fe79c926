namespace SurvivalKit.Published;

/// <summary>Why a notebook of a study did not run to its end.</summary>
/// <param name="Sentence">Notebook, cell, line and error in one sentence.</param>
/// <param name="Cell">The place of the cell among all cells, from 1; 0: the run ended before its first cell.</param>
/// <param name="Line">The line of the cell, from 1; <see langword="null"/>: not known.</param>
/// <param name="Error">The name of the error.</param>
/// <param name="Message">What the error says.</param>
public sealed record NotebookError(string Sentence, int Cell, int? Line, string Error, string Message);
