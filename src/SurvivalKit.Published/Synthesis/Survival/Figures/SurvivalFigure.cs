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

    /// <summary>Writes the distance of each claim from the values that print the same, in units of its last printed decimal: negative
    /// within them.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    public double Distances(Span<double> distances) => Measure(Compute(_values), distances);

    /// <summary>Whether changes are foretold without computing them.</summary>
    public virtual bool Foretells => false;

    /// <summary>Learns what it needs to foretell changes, after <see cref="Distances"/> and before any change.</summary>
    public virtual void Keep()
    {
    }

    /// <summary>Writes about the distances that a change, not made yet, would give.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    public double Foretell(SurvivalMove move, Span<double> distances) => Measure(Foretell(move, _values), distances);

    /// <summary>How much narrower than printed its intervals are, as ratios of their squared widths on the log scale: what the number of
    /// events would have to be multiplied with; none where an end is not printed or not computed.</summary>
    public IEnumerable<double> EventsAskedFor()
    {
        Compute(_values);
        for (int lower = 0; lower < _values.Length; lower++)
        {
            // The ends of a row stand one after the other.
            int upper = lower + 1;
            if (Targets[lower].Claim.Aspect == Aspects.Lower
                && upper < _values.Length
                && Targets[upper].Claim is { Aspect: Aspects.Upper } printed
                && Targets[lower].Claim.Value > 0
                && printed.Value > Targets[lower].Claim.Value
                && _values[lower] is > 0 and { } low
                && _values[upper] is { } high)
            {
                double ratio = Math.Log(high / low) / Math.Log(printed.Value / Targets[lower].Claim.Value);
                yield return ratio * ratio;
            }
        }
    }

    /// <summary>Computes a number for each claim; <see langword="null"/>: none.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    protected abstract double Compute(Span<double?> values);

    /// <summary>Foretells a number for each claim; <see langword="null"/>: none.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    protected virtual double Foretell(SurvivalMove move, Span<double?> values) => throw new NotSupportedException();

    private double Measure(double penalty, Span<double> distances)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            distances[i] = Targets[i].Beyond(_values[i]);
        }

        return penalty;
    }
}
