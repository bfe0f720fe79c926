using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>What a draft is told beside the text of the paper.</summary>
public sealed record StudyDraftOptions
{
    /// <summary>The defaults: everything is taken from the text.</summary>
    public static StudyDraftOptions Default { get; } = new();

    /// <summary>The short name of the study; <c>study</c> by default.</summary>
    public string Id { get; init; } = "study";

    /// <summary>The arms with their numbers of patients, the reference last; empty, the default: those that the headings of the tables
    /// or the text name.</summary>
    public ImmutableArray<StudyArm> Arms { get; init; } = [];
}
