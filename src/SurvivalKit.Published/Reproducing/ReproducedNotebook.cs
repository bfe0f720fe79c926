namespace SurvivalKit.Published;

/// <summary>A notebook of a study after its run.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Duration">How long it ran.</param>
/// <param name="Failure">Why it did not run to its end; <see langword="null"/>: it did.</param>
public sealed record ReproducedNotebook(string Name, TimeSpan Duration, NotebookError? Failure);
