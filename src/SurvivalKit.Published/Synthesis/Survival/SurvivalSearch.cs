using System.Diagnostics;

namespace SurvivalKit.Published;

/// <summary>Seeks times, events and free indicators that give all survival figures at once: many searches, of which the better half goes on, round by round.</summary>
/// <remarks>
/// Each round anneals from a lower temperature than the one before and, with half as many searches, for twice as long (successive halving:
/// Karnin, Koren and Somekh 2013). The search that ends first in the order of the starts, not in time, wins.
/// </remarks>
internal sealed class SurvivalSearch(SynthesisOptions options, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
{
    // Squared distances in printed units: at first a figure may be off by some ten units, in the end by a part of one.
    private const double FirstTemperature = 200;
    private const double FirstEnd = 0.2;
    private const double Reheated = 12;
    private const double Cooler = 0.5;
    private const double LastEnd = 0.01;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private double _least = double.PositiveInfinity;

    /// <summary>Whether the time that was asked for is over.</summary>
    public bool IsOver => cancellation.IsCancellationRequested || _clock.Elapsed >= options.TimeLimit;

    /// <summary>The best search.</summary>
    public SurvivalChain Run(CohortDraft draft, bool mayBeMissing)
    {
        var chains = new SurvivalChain[options.Starts];
        int rounds = Rounds();
        int steps = options.Steps;
        double from = FirstTemperature;
        for (int round = 1; round <= rounds; round++)
        {
            Anneal(draft, chains, round, steps, from, mayBeMissing);
            chains = [.. chains.Where(chain => chain is not null).OrderBy(chain => chain.Cost).ThenBy(chain => chain.Index)];
            if (IsOver || chains[0].Cost <= options.Tolerance)
            {
                break;
            }

            chains = chains[..((chains.Length + 1) / 2)];
            steps *= 2;
            from = round == 1 ? Reheated : from * Cooler;
        }

        return chains[0];
    }

    private void Anneal(CohortDraft draft, SurvivalChain[] chains, int round, int steps, double from, bool mayBeMissing)
    {
        int solved = int.MaxValue;
        int finished = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads ?? Environment.ProcessorCount };
        Parallel.For(0, chains.Length, parallel, place =>
        {
            // The first one is made whatever the time, so that there is a cohort.
            if (chains[place] is null && (place == 0 || !IsOver))
            {
                chains[place] = new SurvivalChain(draft, place, mayBeMissing);
            }

            if (chains[place] is not { } chain)
            {
                return;
            }

            chain.Run(steps, from, round == 1 ? FirstEnd : LastEnd, options.Tolerance, () => IsOver || Volatile.Read(ref solved) < place);
            lock (_lock)
            {
                if (chain.Cost <= options.Tolerance)
                {
                    solved = Math.Min(solved, place);
                }

                _least = Math.Min(_least, chain.Cost);
                progress?.Report(new(round, Rounds(), chains.Length, ++finished, _least));
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }

    private int Rounds() => 1 + (int)Math.Ceiling(Math.Log2(options.Starts));
}
