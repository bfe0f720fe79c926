using System.Collections.Immutable;

namespace SurvivalKit.TextCheck;

/// <summary>An item of INSPECT-SR with what the arithmetic of a text's numbers answers to it.</summary>
/// <param name="Number">Its number in the tool: <c>4.8</c>.</param>
/// <param name="Name">Its question in a few words.</param>
/// <param name="Answer">The answer.</param>
/// <param name="LookedAt">What was looked at and what was found, in a sentence.</param>
/// <param name="Findings">The findings that the answer rests on: those that raise the concern, or those that hold.</param>
public sealed record IntegrityItem(
    string Number, string Name, IntegrityAnswer Answer, string LookedAt, ImmutableArray<TextFinding> Findings)
{
    /// <summary>The answer's name: <c>no-concern</c>, <c>some-concerns</c>, <c>not-answerable</c>.</summary>
    public string AnswerName => Answer switch
    {
        IntegrityAnswer.NoConcern => "no-concern",
        IntegrityAnswer.SomeConcerns => "some-concerns",
        _ => "not-answerable",
    };

    /// <summary>Number, name, answer and sentence in a line.</summary>
    public override string ToString() => $"{Number} {Name}: {AnswerName.Replace('-', ' ')}. {LookedAt}";
}
