using System.Diagnostics;

namespace SurvivalKit.Published;

/// <summary>Searches for times, events and covariates that give all survival figures together: several searches, of which the better half
/// continues in each round.</summary>
/// <remarks>
/// After a hot beginning each round anneals again from a middle temperature, for twice as long with half as many searches (successive
/// halving: Karnin, Koren and Somekh 2013). Of the searches that reach the tolerance, the first in the order of the starts, not in time, is
/// used. Where none does, the misfit of the best is gathered in few figures.
/// </remarks>
internal sealed class SurvivalSearch(
    SynthesisOptions options, TimeSpan? limit, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
{
    private const int Rounds = 3;

    // How often the best search begins again from where it came nearest, and how long each time in steps of the first round.
    private const int Repairs = 30;
    private const int StepsOfRepair = 2;

    // Temperatures in units of the cost, which is about the distance in printed units.
    private const double Hot = 20;
    private const double Warm = 5;
    private const double Lukewarm = 1;
    private const double Tepid = 0.3;
    private const double Cool = 0.2;
    private const double Cold = 0.01;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private double _least = double.PositiveInfinity;

    /// <summary>Whether the time limit is reached.</summary>
    public bool IsOver => cancellation.IsCancellationRequested || _clock.Elapsed >= limit;

    /// <summary>The best search.</summary>
    public SurvivalChain Run(CohortDraft draft, bool mayBeMissing)
    {
        var chains = new SurvivalChain[options.Starts];
        int steps = options.Steps;
        for (int round = 0; round < Rounds; round++)
        {
            Anneal(draft, chains, round, steps, mayBeMissing);

            // Those after the first that reached the tolerance were stopped at arbitrary points: they must not be compared with it.
            if (Array.Find(chains, chain => chain?.Misfit <= options.Tolerance) is { } content)
            {
                content.GoBack();
                return content;
            }

            chains = [.. chains.Where(chain => chain is not null).OrderBy(chain => chain.Misfit).ThenBy(chain => chain.Index)];
            if (IsOver)
            {
                break;
            }

            chains = chains[..((chains.Length + 1) / 2)];
            steps = steps > int.MaxValue / 2 ? steps : steps * 2;
        }

        SurvivalChain best = chains[0];
        Repair(best);
        best.Gather(4 * Math.Min(options.Steps, int.MaxValue / 4), Lukewarm, Cold, options.Tolerance, () => IsOver);
        cancellation.ThrowIfCancellationRequested();
        best.GoBack();
        return best;
    }

    private void Anneal(CohortDraft draft, SurvivalChain[] chains, int round, int steps, bool mayBeMissing)
    {
        int solved = int.MaxValue;
        int finished = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, chains.Length, parallel, place =>
        {
            // The first one runs regardless of the time limit, so that there is a cohort.
            if (chains[place] is null && (place == 0 || !IsOver))
            {
                chains[place] = new SurvivalChain(draft, place, mayBeMissing);
            }

            if (chains[place] is not { } chain)
            {
                return;
            }

            Anneal(chain, round, steps, () => IsOver || Volatile.Read(ref solved) < place);
            lock (_lock)
            {
                if (chain.Misfit <= options.Tolerance)
                {
                    solved = Math.Min(solved, place);
                }

                _least = finished == 0 ? chain.Misfit : Math.Min(_least, chain.Misfit);
                progress?.Report(new(round + 1, Rounds, chains.Length, ++finished, _least));
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }

    // Most often cool, so that it stays near; sometimes warmer, to another place.
    private void Repair(SurvivalChain best)
    {
        ReadOnlySpan<double> from = [Tepid, Lukewarm, Tepid, Lukewarm, Warm];
        int steps = StepsOfRepair * Math.Min(options.Steps, int.MaxValue / StepsOfRepair);
        for (int repair = 0; repair < Repairs && best.Misfit > options.Tolerance && !IsOver; repair++)
        {
            best.GoBack();
            double temperature = from[repair % from.Length];
            best.Reheat(steps, temperature, Cold / 3, options.Tolerance, () => IsOver, temperature == Warm);
        }
    }

    private void Anneal(SurvivalChain chain, int round, int steps, Func<bool> stop)
    {
        if (round == 0)
        {
            chain.Begin(steps / 4, Hot, options.Tolerance, stop);
            chain.Run(steps, Hot, Cool, options.Tolerance, stop);
        }
        else
        {
            chain.Reheat(steps, Warm, Cold, options.Tolerance, stop, adjustsEvents: true);
        }
    }
}
