using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>One search: simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) of times, events and free indicators.</summary>
/// <remarks>
/// One value is changed at a time. The change is accepted with probability exp(-(increase of the cost) / temperature), and always where the
/// cost does not increase. The draws do not depend on other chains, so that a chain is the same on any number of cores.
/// </remarks>
internal sealed class SurvivalChain
{
    private const int StepsBetweenLooks = 64;

    private readonly SplitMix64 _random;
    private readonly SurvivalMoves _moves;
    private readonly ImmutableArray<SurvivalFigure> _figures;
    private readonly int[] _first;
    private readonly double[] _distances;
    private readonly double[] _changedDistances;
    private readonly double[] _weights;
    private readonly double[] _costs;
    private readonly double[] _changed;
    private readonly int[][] _touchedByEndpoint;
    private readonly int[][] _touchedByExchange;
    private readonly int[][] _touchedByCovariate;

    public SurvivalChain(CohortDraft draft, int index, bool mayBeMissing)
    {
        Index = index;
        _random = draft.Random(FormattableString.Invariant($"survival {(mayBeMissing ? "with missing values " : "")}{index}"));
        Survival = SurvivalStart.Make(draft, _random);
        _figures = [.. SurvivalFigures.Find(draft, Survival).OrderBy(figure => figure.Effort)];
        _moves = new SurvivalMoves(Survival, _random, mayBeMissing);
        _first = [.. _figures.Select((_, f) => _figures.Take(f).Sum(figure => figure.Targets.Length))];
        int claims = _figures.Sum(figure => figure.Targets.Length);
        _distances = new double[claims];
        _changedDistances = new double[claims];
        _weights = new double[claims];
        Array.Fill(_weights, 1);
        _costs = new double[_figures.Length];
        _changed = new double[_figures.Length];
        _touchedByEndpoint = [.. Survival.Endpoints.Select((_, e) => Touched(figure => figure.Endpoint == e))];
        _touchedByExchange = [.. Survival.Endpoints.Select((_, e) => Touched(figure => figure.Endpoint == e && !figure.IsOfArms))];
        _touchedByCovariate = [.. Survival.Changing.Select(covariate => Touched(figure => figure.DependsOn(covariate)))];
    }

    /// <summary>The place among the chains of a search.</summary>
    public int Index { get; }

    public SurvivalDraft Survival { get; }

    /// <summary>The current cost: 0 where every figure is printed the same.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    /// <summary>The number of claims that are not printed the same.</summary>
    public int Missed => _distances.Count(distance => distance > 0);

    public IEnumerable<(Claim Claim, double Units)> Misses => _figures.SelectMany((figure, f) => figure.Targets.Select(
        (target, t) => (target.Claim, _distances[_first[f] + t]))).Where(miss => miss.Item2 > 0);

    public long Steps { get; private set; }
    public long[] Tried = new long[8], Exact = new long[8], Accepted = new long[8];

    /// <summary>Continues with a temperature that decreases by the same factor in each step.</summary>
    /// <param name="steps">The number of changes that are tried.</param>
    /// <param name="from">The temperature at the first.</param>
    /// <param name="to">The temperature at the last.</param>
    /// <param name="power">The power of the distances.</param>
    /// <param name="tolerance">The cost at which the chain ends.</param>
    /// <param name="stop">Whether to end before that.</param>
    public void Run(int steps, double from, double to, double power, double tolerance, Func<bool> stop)
    {
        for (int f = 0; f < _figures.Length; f++)
        {
            _costs[f] = Compute(f, power);
            Keep(f);
        }

        Cost = _costs.Sum();
        double factor = Math.Pow(to / from, 1.0 / Math.Max(1, steps));
        double temperature = from;
        for (int step = 0; step < steps && Cost > tolerance; step++, temperature *= factor)
        {
            if (step % StepsBetweenLooks == 0 && stop())
            {
                return;
            }

            if (_moves.Next() is { } move)
            {
                Steps++;
                Try(move, temperature, power);
            }
        }
    }

    /// <summary>Repairs what is missed: figures that resist weigh more from round to round, so that the others make way for them (Morris
    /// 1993, the breakout method).</summary>
    public void Repair(int rounds, int steps, double from, double to, double power, Func<bool> stop)
    {
        int least = Missed;
        double best = Cost;
        Action back = Survival.Remember();
        for (int round = 0; round < rounds && least > 0 && !stop(); round++)
        {
            bool adjusted = AdjustEvents() > 0;
            Run(steps, from, to, power, 0, stop);
            if (Cost <= best)
            {
                (best, least) = (Cost, Missed);
                back = Survival.Remember();
            }
            if (Environment.GetEnvironmentVariable("V") != null) Console.WriteLine($"  repair {round} {adjusted} missed {Missed} cost {Cost:0.00} best {least} {best:0.00}: {string.Join(' ', Misses.Take(6).Select(m => $"{m.Claim.Id}:{m.Units:0.00}"))}");
        }

        back();
        Array.Fill(_weights, 1);
        Run(0, from, to, power, 0, stop);
    }

    /// <summary>Adds or takes away events of each endpoint until the intervals are about as wide as printed: single events are hard to add
    /// later, when all figures are near.</summary>
    public int AdjustEvents()
    {
        int flips = 0;
        for (int e = 0; e < Survival.Endpoints.Length; e++)
        {
            double[] asked = [.. _figures.Where(figure => figure.Endpoint == e).SelectMany(figure => figure.EventsAskedFor()).Order()];
            if (asked.Length == 0)
            {
                continue;
            }

            EndpointDraft endpoint = Survival.Endpoints[e];
            int events = endpoint.Events.Count(happened => happened);
            int wanted = (int)Math.Round(events * Math.Clamp(asked[asked.Length / 2], 0.5, 2));
            int more = Math.Clamp(wanted, 1, endpoint.Events.Length) - events;
            flips += Math.Abs(more);
            foreach (int patient in _random.Shuffled(Enumerable.Range(0, endpoint.Events.Length)))
            {
                if (more != 0
                    && endpoint.Events[patient] == more < 0
                    && Survival.IsPossible(e, patient, endpoint.Times[patient], more > 0))
                {
                    endpoint.Events[patient] = more > 0;
                    more -= Math.Sign(more);
                }
            }
        }

        return flips;
    }

    private void Try(SurvivalMove move, double temperature, double power)
    {
        int[] touched = move.IsOfCovariate ? _touchedByCovariate[move.Place]
            : move.Kind == SurvivalMoveKind.ExchangeTimes ? _touchedByExchange[move.Place]
            : _touchedByEndpoint[move.Place];
        double limit = Cost - (temperature * Math.Log(_random.NextFraction()));
        double rest = Cost;
        foreach (int f in touched)
        {
            rest -= _costs[f];
        }

        double ol=limit; Tried[(int)move.Kind]++;
        if (move.Kind != SurvivalMoveKind.Invert && IsForetoldAbove(limit - rest, move, touched, power))
        {
            return;
        }

        // Costs are not negative: once the sum exceeds the limit, the rest need not be computed.
        SurvivalMove undo = Survival.Make(move); Exact[(int)move.Kind]++;
        foreach (int f in touched)
        {
            _changed[f] = Compute(f, power);
            rest += _changed[f];
            if (rest > limit)
            {
                Survival.Make(undo);
                return;
            }
        }

        Accepted[(int)move.Kind]++;
        foreach (int f in touched)
        {
            _costs[f] = _changed[f];
            Keep(f);
        }

        Cost = _costs.Sum();
    }

    // Most changes are for the worse, and their effect on the models is nearly linear: those need no fit.
    private bool IsForetoldAbove(double limit, SurvivalMove move, int[] touched, double power)
    {
        double cost = 0;
        foreach (int f in touched)
        {
            if (_figures[f].Foretells)
            {
                Span<double> distances = _changedDistances.AsSpan(_first[f], _figures[f].Targets.Length);
                cost += CostOf(f, _figures[f].Foretell(move, distances), distances, power);
                if (cost > limit)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private double Compute(int f, double power)
    {
        Span<double> distances = _changedDistances.AsSpan(_first[f], _figures[f].Targets.Length);
        return CostOf(f, _figures[f].Distances(distances), distances, power);
    }

    private double CostOf(int f, double penalty, ReadOnlySpan<double> distances, double power)
    {
        double cost = penalty;
        for (int t = 0; t < distances.Length; t++)
        {
            cost += _weights[_first[f] + t] * FigureTarget.Cost(distances[t], power);
        }

        return cost;
    }

    private void Keep(int f)
    {
        _changedDistances.AsSpan(_first[f], _figures[f].Targets.Length).CopyTo(_distances.AsSpan(_first[f]));
        _figures[f].Keep();
    }

    private int[] Touched(Func<SurvivalFigure, bool> isTouched) =>
        [.. Enumerable.Range(0, _figures.Length).Where(f => isTouched(_figures[f]))];
}
