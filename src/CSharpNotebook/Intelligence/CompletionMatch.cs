namespace CSharpNotebook.Intelligence;

/// <summary>A name that could stand at a place of a cell.</summary>
/// <param name="Text">The name, as it would be written.</param>
/// <param name="Kind">
/// What it is, in Jupyter's words: <c>function</c>, <c>class</c>, <c>instance</c>, <c>keyword</c>, <c>module</c>, <c>property</c>,
/// <c>param</c>.
/// </param>
public sealed record CompletionMatch(string Text, string Kind);
