using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A figure that is computed from a <see cref="SurvivalDraft"/> and compared with its claims.</summary>
internal abstract class SurvivalFigure(int endpoint, ImmutableArray<FigureTarget> targets)
{
    private readonly double?[] _values = new double?[targets.Length];

    /// <summary>The endpoint.</summary>
    public int Endpoint { get; } = endpoint;

    /// <summary>The claims.</summary>
    protected ImmutableArray<FigureTarget> Targets { get; } = targets;

    /// <summary>The approximate computing time, in units of the shortest: a search computes the cheap ones first.</summary>
    public abstract int Effort { get; }

    /// <summary>Whether the figure stays the same when patients of an arm exchange their times.</summary>
    public virtual bool IsOfArms => true;

    /// <summary>Whether the figure depends on a free indicator.</summary>
    public virtual bool DependsOn(FreeIndicator indicator) => false;

    /// <summary>Its distance from the printed values, summed over its claims: 0 where they are printed the same.</summary>
    /// <param name="power">The power of a distance; see <see cref="FigureTarget.Cost"/>.</param>
    public double Cost(double power)
    {
        double cost = Compute(_values);
        for (int i = 0; i < _values.Length; i++)
        {
            cost += Targets[i].Cost(_values[i], power);
        }

        return cost;
    }

    /// <summary>The number of its claims that are not printed the same.</summary>
    public int Missed()
    {
        Compute(_values);
        return _values.Where((value, i) => Targets[i].Units(value) > 0).Count();
    }

    /// <summary>Computes a number for each claim; <see langword="null"/>: none.</summary>
    /// <returns>A cost beyond the distances; 0: none.</returns>
    protected abstract double Compute(Span<double?> values);
}
