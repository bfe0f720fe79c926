using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>What is computed from the cohort to give the numbers of a printed row. Each kind is a record of its own.</summary>
public abstract record StudyMeasure
{
    private protected StudyMeasure()
    {
    }

    /// <summary>The name in a study file, for example <c>mean-sd</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The aspects of a claim that it gives.</summary>
    public abstract ImmutableArray<string> Aspects { get; }

    /// <summary>The columns of the cohort that it names itself, those of its endpoint left out.</summary>
    public virtual ImmutableArray<string> Columns => [];

    /// <summary>The endpoint it is of; <see langword="null"/>: none.</summary>
    public virtual string? EndpointName => null;
}
