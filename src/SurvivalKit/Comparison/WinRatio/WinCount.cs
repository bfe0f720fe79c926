namespace SurvivalKit;

/// <summary>How many pairs an outcome decided, among those that the outcomes before it left undecided.</summary>
/// <param name="Outcome">The outcome, as it was given.</param>
/// <param name="Wins">The pairs in which the treated one did better.</param>
/// <param name="Losses">The pairs in which the control did better.</param>
public sealed record WinCount(string Outcome, long Wins, long Losses);
