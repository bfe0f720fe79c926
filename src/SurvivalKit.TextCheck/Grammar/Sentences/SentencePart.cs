namespace SurvivalKit.TextCheck;

/// <summary>What a count of a sentence is a part of.</summary>
/// <param name="Whole">The number of people that the sentence names.</param>
/// <param name="Others">Other numbers of the sentence that the percentage may be of.</param>
/// <param name="IsFirm">Whether the percentage can be of nothing else that the sentence does not print.</param>
internal sealed record SentencePart(int Whole, IReadOnlyList<int> Others, bool IsFirm);
