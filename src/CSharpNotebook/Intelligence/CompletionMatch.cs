namespace CSharpNotebook.Intelligence;

/// <summary>A possible name at a position of a cell.</summary>
/// <param name="Text">The name, as it would be written.</param>
/// <param name="Kind">
/// Its kind in Jupyter's terms: <c>function</c>, <c>class</c>, <c>instance</c>, <c>keyword</c>, <c>module</c>, <c>property</c>,
/// <c>param</c>.
/// </param>
public sealed record CompletionMatch(string Text, string Kind);
