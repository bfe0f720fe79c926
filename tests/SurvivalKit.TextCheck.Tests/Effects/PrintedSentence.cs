namespace SurvivalKit.TextCheck.Tests;

/// <summary>A sentence made from real arithmetic, and the same with one number that cannot be.</summary>
/// <param name="Right">As it was computed.</param>
/// <param name="Spoilt">With one number beyond every reading.</param>
internal sealed record PrintedSentence(string Right, string Spoilt)
{
    /// <summary>Whether a sentence has an alarm.</summary>
    public static bool HasAlarm(string sentence) => TextCheck.Run(sentence).Findings.CountOf(Verdict.Inconsistent) > 0;

    /// <summary>At least all but one of the spoilt sentences have an alarm, and none of the right ones.</summary>
    public static void Hold(IReadOnlyCollection<PrintedSentence> sentences)
    {
        string[] accused = [.. sentences.Select(one => one.Right).Where(HasAlarm)];
        string[] missed = [.. sentences.Select(one => one.Spoilt).Where(sentence => !HasAlarm(sentence))];
        Assert.True(accused.Length == 0, $"Alarms on what is right:\n{string.Join('\n', accused)}");
        Assert.True(missed.Length <= 1, $"{missed.Length} of {sentences.Count} spoilt sentences pass:\n{string.Join('\n', missed)}");
    }
}
