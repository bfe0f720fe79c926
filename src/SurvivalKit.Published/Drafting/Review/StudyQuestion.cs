using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A question on what a draft did not understand, with the answers that change the study.</summary>
/// <param name="Remark">What is open.</param>
/// <param name="Answers">The answers that can be given, each with what it does.</param>
public sealed record StudyQuestion(StudyRemark Remark, ImmutableArray<(string Answer, string Does)> Answers)
{
    /// <summary>The questions that a study file leaves open, in its order.</summary>
    /// <param name="study">The study.</param>
    public static ImmutableArray<StudyQuestion> Of(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return [.. study.Remarks.Select(remark => new StudyQuestion(remark, StudyAnswers.For(study, remark)))];
    }

    /// <summary>The study after an answer; the remark is gone.</summary>
    /// <param name="study">The study, which has the remark.</param>
    /// <param name="answer">One of <see cref="Answers"/>, with what stands in capitals replaced.</param>
    /// <exception cref="SurvivalDataException">The answer is none of these, or the study does not hold together with it; the sentence says
    /// what was expected.</exception>
    public Study Answer(Study study, string answer)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(answer);
        return StudyAnswers.Take(study, Remark, answer.Trim());
    }
}
