using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>One search: simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) of times, events and covariates.</summary>
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
    private readonly SurvivalCost _cost;
    private readonly int[][] _touchedByEndpoint;
    private readonly int[][] _touchedByExchange;
    private readonly int[][] _touchedByCovariate;
    private Action _back = () => { };

    public SurvivalChain(CohortDraft draft, int index, bool mayBeMissing)
    {
        Index = index;
        _random = draft.Random(FormattableString.Invariant($"survival {(mayBeMissing ? "with missing values " : "")}{index}"));
        Survival = SurvivalStart.Make(draft, _random);
        _figures = [.. SurvivalFigures.Find(draft, Survival).OrderBy(figure => figure.Effort)];
        _moves = new SurvivalMoves(Survival, _random, mayBeMissing);
        _cost = new SurvivalCost(_figures);
        _touchedByEndpoint = [.. Survival.Endpoints.Select((_, e) => Touched(figure => figure.Endpoint == e))];
        _touchedByExchange = [.. Survival.Endpoints.Select((_, e) => Touched(figure => figure.Endpoint == e && !figure.IsOfArms))];
        _touchedByCovariate = [.. Survival.Changing.Select(covariate => Touched(figure => figure.DependsOn(covariate)))];
    }

    /// <summary>The place among the chains of a search.</summary>
    public int Index { get; }

    public SurvivalDraft Survival { get; }

    /// <summary>The least sum of distances so far, in units of the last printed decimals: 0 where every figure prints the same.</summary>
    public double Misfit { get; private set; } = double.PositiveInfinity;

    /// <summary>The number of claims that are not printed the same, where the sum of distances was least.</summary>
    public int Missed { get; private set; } = int.MaxValue;

    /// <summary>Starts: hot, and with as many events as the printed intervals ask for.</summary>
    public void Begin(int steps, double temperature, double tolerance, Func<bool> stop)
    {
        const int Parts = 10;
        for (int part = 0; part < Parts && Misfit > tolerance && !stop(); part++)
        {
            Run(steps / Parts, temperature, temperature / 2, tolerance, stop);
            EventAdjustment.Make(Survival, _figures, _random);
        }
    }

    /// <summary>Continues with a temperature that decreases by the same factor in each step, and keeps the nearest it came to.</summary>
    /// <param name="steps">The number of changes that are tried.</param>
    /// <param name="from">The temperature at the first.</param>
    /// <param name="to">The temperature at the last.</param>
    /// <param name="tolerance">The sum of distances at which the chain ends.</param>
    /// <param name="stop">Whether to end before that.</param>
    public void Run(int steps, double from, double to, double tolerance, Func<bool> stop)
    {
        _cost.Begin();
        double factor = Math.Pow(to / from, 1.0 / Math.Max(1, steps));
        double temperature = from;
        for (int step = 0; step < steps && _cost.Misfit > tolerance; step++, temperature *= factor)
        {
            if (step % StepsBetweenLooks == 0 && stop())
            {
                break;
            }

            if (_moves.Next() is { } move)
            {
                Try(move, temperature);
            }
        }

        Remember(_cost.Misfit < Misfit);
    }

    /// <summary>Begins again from where it is, where it is asked for with as many events as the printed intervals ask for.</summary>
    public void Reheat(int steps, double from, double to, double tolerance, Func<bool> stop, bool adjustsEvents)
    {
        if (adjustsEvents)
        {
            EventAdjustment.Make(Survival, _figures, _random);
        }

        Run(steps, from, to, tolerance, stop);
    }

    /// <summary>Where no solution was found: gathers the misfit in few figures, so that the others print the same.</summary>
    public void Gather(int steps, double from, double to, double tolerance, Func<bool> stop)
    {
        GoBack();
        _cost.Gathers = true;
        double misfit = Misfit;
        int missed = Missed;
        Action back = _back;
        Run(steps, from, to, tolerance, stop);
        if (_cost.Missed < missed)
        {
            Remember(isBetter: true);
        }
        else
        {
            (Misfit, Missed, _back) = (misfit, missed, back);
        }

        _cost.Gathers = false;
    }

    /// <summary>Goes back to where it came nearest.</summary>
    public void GoBack() => _back();

    private void Remember(bool isBetter)
    {
        if (isBetter)
        {
            (Misfit, Missed) = (_cost.Misfit, _cost.Missed);
            _back = Survival.Remember();
        }
    }

    private void Try(SurvivalMove move, double temperature)
    {
        int[] touched = move.IsOfCovariate ? _touchedByCovariate[move.Place]
            : move.Kind == SurvivalMoveKind.ExchangeTimes ? _touchedByExchange[move.Place]
            : _touchedByEndpoint[move.Place];

        // What the touched figures may cost together.
        double limit = _cost.Of(touched) - (temperature * Math.Log(_random.NextFraction()));
        if (move.Kind != SurvivalMoveKind.Invert && _cost.IsForetoldAbove(limit, move, touched))
        {
            return;
        }

        SurvivalMove undo = Survival.Make(move);
        if (!_cost.TryAccept(limit, touched))
        {
            Survival.Make(undo);
        }
    }

    private int[] Touched(Func<SurvivalFigure, bool> isTouched) =>
        [.. Enumerable.Range(0, _figures.Length).Where(f => isTouched(_figures[f]))];
}
