namespace SurvivalKit.Published;

/// <summary>A treatment arm of a study.</summary>
/// <param name="Name">The name as the study prints it, for example <c>EP alone</c>.</param>
/// <param name="N">The number of patients.</param>
/// <param name="IsReference">Whether the arm is the one that hazard ratios compare with.</param>
public sealed record StudyArm(string Name, int N, bool IsReference);
