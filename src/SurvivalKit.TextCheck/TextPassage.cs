namespace SurvivalKit.TextCheck;

/// <summary>A part of a text without its markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in <see cref="CheckedText.Text"/>, from 0.</param>
/// <param name="Text">Its characters; of a table a line a row, with tabs or bars between the cells.</param>
public sealed record TextPassage(TextPassageKind Kind, int Start, string Text);
