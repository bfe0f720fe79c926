namespace CSharpNotebook.Intelligence;

/// <summary>The information about a name in a cell: its signature and its XML documentation.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Markdown">The same as Markdown.</param>
public sealed record InspectionAnswer(string Text, string Markdown);
