namespace SurvivalKit.Published;

/// <summary>A claim whose verdict is not the recorded one.</summary>
/// <param name="Id">The claim's id.</param>
/// <param name="Recorded">The recorded verdict; <see langword="null"/>: none is recorded.</param>
/// <param name="Found">The verdict that was found; <see langword="null"/>: the claim was not checked.</param>
/// <param name="Sentence">The difference in a sentence.</param>
public sealed record VerdictDifference(string Id, Verdict? Recorded, Verdict? Found, string Sentence);
