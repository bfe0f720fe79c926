namespace SurvivalKit.TextCheck;

/// <summary>How many people a sentence speaks of: the 120 of "Of 120 patients, 60 (50%) ...".</summary>
/// <param name="N">The number.</param>
/// <param name="At">The token of the number.</param>
/// <param name="From">The token where its counts begin.</param>
/// <param name="Noun">What is counted, in lower case; empty: not said.</param>
/// <param name="IsFirm">Whether the sentence leaves no doubt that the counts behind it are of this number.</param>
internal sealed record SentenceSize(int N, int At, int From, string Noun, bool IsFirm);
