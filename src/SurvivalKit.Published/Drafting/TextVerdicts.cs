namespace SurvivalKit.Published;

/// <summary>What the text check says of the statistics of a text, by where they begin.</summary>
internal sealed class TextVerdicts
{
    private readonly ILookup<int, TextFinding> _findings;

    public TextVerdicts(string text) =>
        _findings = TextCheck.TextCheck.Run(text).Findings.ToLookup(finding => finding.Place.PlainOffset);

    /// <summary>Whether the text check calls what begins at a place inconsistent.</summary>
    public bool IsInconsistent(int at) => _findings[at].Any(finding => finding.Judgement.Verdict == Verdict.Inconsistent);

    /// <summary>Why the text check does not call it inconsistent; <see langword="null"/>: it says nothing of it.</summary>
    public string? Reason(int at) => _findings[at].Select(finding => finding.Judgement.Sentence).FirstOrDefault();
}
