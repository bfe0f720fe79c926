namespace SurvivalKit.TextCheck;

/// <summary>What the printed numbers answer to an item of INSPECT-SR.</summary>
public enum IntegrityAnswer
{
    /// <summary>What was looked at holds together: <c>no-concern</c>. The reviewer may still find one.</summary>
    NoConcern,

    /// <summary>Something does not, or is unusual: <c>some-concerns</c>.</summary>
    SomeConcerns,

    /// <summary>The text prints too little for an answer: <c>not-answerable</c>.</summary>
    NotAnswerable,
}
