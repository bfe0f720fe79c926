using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A figure that is computed from a <see cref="SurvivalDraft"/> and compared with its claims.</summary>
internal abstract class SurvivalFigure(int endpoint, ImmutableArray<FigureTarget> targets)
{
    private readonly double?[] _values = new double?[targets.Length];

    /// <summary>The endpoint.</summary>
    public int Endpoint { get; } = endpoint;

    /// <summary>The claims.</summary>
    public ImmutableArray<FigureTarget> Targets { get; } = targets;

    /// <summary>The approximate computing time, in units of the shortest: a search computes the cheap ones first.</summary>
    public abstract int Effort { get; }

    /// <summary>Whether the figure stays the same when patients of an arm exchange their times.</summary>
    public virtual bool IsOfArms => true;

    /// <summary>Whether the figure depends on a covariate.</summary>
    public virtual bool DependsOn(CovariateDraft covariate) => false;

    /// <summary>Writes the distance of each claim from the values that print the same, in units of its last printed decimal: 0 where they
    /// print the same.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    public double Distances(Span<double> distances)
    {
        double penalty = Compute(_values);
        for (int i = 0; i < _values.Length; i++)
        {
            distances[i] = Targets[i].Units(_values[i]);
        }

        return penalty;
    }

    /// <summary>Computes a number for each claim; <see langword="null"/>: none.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    protected abstract double Compute(Span<double?> values);
}
