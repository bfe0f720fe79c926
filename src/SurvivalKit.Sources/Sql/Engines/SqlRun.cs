namespace SurvivalKit.Sources;

/// <summary>A statement that a database has answered.</summary>
/// <param name="Text">The statement; values of the user are placeholders where the database binds them.</param>
/// <param name="Rows">The rows of the answer.</param>
/// <param name="Seconds">How long it took, its answer read.</param>
public sealed record SqlRun(string Text, int Rows, double Seconds);
