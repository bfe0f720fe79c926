namespace CSharpNotebook.Intelligence;

/// <summary>Whether a text is a whole cell, and the indent of its next line.</summary>
/// <param name="State">Complete, incomplete or invalid.</param>
/// <param name="Indent">The spaces with which the next line begins; empty unless the text is incomplete.</param>
public sealed record CodeCompleteness(CodeState State, string Indent);
