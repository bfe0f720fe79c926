using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The computation from the cohort that gives the numbers of a printed row. Each kind is a separate record.</summary>
public abstract record StudyMeasure
{
    private protected StudyMeasure()
    {
    }

    /// <summary>The name in a study file, for example <c>mean-sd</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The aspects of a claim that it gives.</summary>
    public abstract ImmutableArray<string> Aspects { get; }

    /// <summary>The columns of the cohort that it names itself, without those of its endpoint.</summary>
    public virtual ImmutableArray<string> Columns => [];

    /// <summary>Its endpoint; <see langword="null"/>: none.</summary>
    public virtual string? EndpointName => null;
}
