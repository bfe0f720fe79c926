namespace SurvivalKit.TextCheck;

/// <summary>A characteristic at baseline, with the P value of its groups as recomputed from what is printed.</summary>
/// <param name="Name">The label of its row.</param>
/// <param name="Test">The test that was computed.</param>
/// <param name="P">The P values that the printed numbers allow, from the most different groups to the most alike.</param>
public sealed record BaselineVariable(string Name, string Test, ValueRange P);
