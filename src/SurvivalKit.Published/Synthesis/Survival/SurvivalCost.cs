using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How far the figures of a search are from what is printed, and what that costs.</summary>
internal sealed class SurvivalCost
{
    // A figure is sought this far, in units of the last decimal, within the values that print the same.
    private const double Margin = 0.2;

    private readonly ImmutableArray<SurvivalFigure> _figures;
    private readonly int[] _first;
    private readonly double[] _distances;
    private readonly double[] _changedDistances;
    private readonly double[] _costs;
    private readonly double[] _changed;

    public SurvivalCost(ImmutableArray<SurvivalFigure> figures)
    {
        _figures = figures;
        _first = [.. figures.Select((_, f) => figures.Take(f).Sum(figure => figure.Targets.Length))];
        int claims = figures.Sum(figure => figure.Targets.Length);
        _distances = new double[claims];
        _changedDistances = new double[claims];
        _costs = new double[figures.Length];
        _changed = new double[figures.Length];
    }

    /// <summary>Whether a distance costs its root, and not its square near 0 and itself beyond: the misfit then gathers in few
    /// figures.</summary>
    public bool Gathers { get; set; }

    /// <summary>The sum of the distances, in units of the last printed decimals.</summary>
    public double Misfit { get; private set; }

    /// <summary>The number of claims that are not printed the same.</summary>
    public int Missed => _distances.Count(distance => distance > 0);

    /// <summary>Computes all figures.</summary>
    public void Begin()
    {
        for (int f = 0; f < _figures.Length; f++)
        {
            _costs[f] = Compute(f);
            Keep(f);
        }

        Misfit = Sum();
    }

    /// <summary>The cost of some figures.</summary>
    public double Of(int[] touched)
    {
        double cost = 0;
        foreach (int f in touched)
        {
            cost += _costs[f];
        }

        return cost;
    }

    /// <summary>Whether a change, not made yet, would cost more than a limit. Most changes are for the worse, and their effect on the
    /// models
    /// is nearly linear: those need no fit.</summary>
    public bool IsForetoldAbove(double limit, SurvivalMove move, int[] touched)
    {
        double cost = 0;
        foreach (int f in touched)
        {
            if (_figures[f].Foretells)
            {
                Span<double> distances = Changed(f);
                cost += CostOf(_figures[f].Foretell(move, distances), distances);
                if (cost > limit)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Computes the touched figures after a change, and keeps them if they cost no more than a limit.</summary>
    public bool TryAccept(double limit, int[] touched)
    {
        // Costs are not negative: once the sum exceeds the limit, the rest need not be computed.
        double cost = 0;
        foreach (int f in touched)
        {
            _changed[f] = Compute(f);
            cost += _changed[f];
            if (cost > limit)
            {
                return false;
            }
        }

        foreach (int f in touched)
        {
            _costs[f] = _changed[f];
            Keep(f);
        }

        Misfit = Sum();
        return true;
    }

    private Span<double> Changed(int f) => _changedDistances.AsSpan(_first[f], _figures[f].Targets.Length);

    private double Compute(int f)
    {
        Span<double> distances = Changed(f);
        return CostOf(_figures[f].Distances(distances), distances);
    }

    private double CostOf(double penalty, ReadOnlySpan<double> distances)
    {
        double cost = penalty;
        foreach (double distance in distances)
        {
            cost += Gathers ? Math.Sqrt(Math.Max(0, distance)) : FigureTarget.Cost(distance, Margin);
        }

        return cost;
    }

    private void Keep(int f)
    {
        Changed(f).CopyTo(_distances.AsSpan(_first[f]));
        _figures[f].Keep();
    }

    private double Sum()
    {
        double sum = 0;
        foreach (double distance in _distances)
        {
            sum += Math.Max(0, distance);
        }

        return sum;
    }
}
