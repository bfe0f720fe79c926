using System.Diagnostics;

namespace SurvivalKit.Published;

/// <summary>Searches for times, events and free indicators that give all survival figures together: many searches, of which the better half
/// continues in each round.</summary>
/// <remarks>
/// Each round anneals from a lower temperature than the one before and, with half as many searches, for twice as long (successive halving:
/// Karnin, Koren and Somekh 2013). Of the searches that reach the tolerance, the first in the order of the starts, not in time, is used.
/// </remarks>
internal sealed class SurvivalSearch(
    SynthesisOptions options, TimeSpan? limit, IProgress<SynthesisProgress>? progress, CancellationToken cancellation)
{
    // Squared distances in printed units: at first a figure may differ by about ten units, in the end by a fraction of one.
    private static readonly (double Power, double From, double To)[] Rounds =
    [
        (2, 200, 0.5),
        (1, 6, 0.1),
        (0.5, 1.5, 0.03),
        (0.5, 0.7, 0.02),
        (0.5, 0.35, 0.01),
    ];

    static SurvivalSearch()
    {
        if (Environment.GetEnvironmentVariable("ROUNDS") is { } spec)
            Rounds = [.. spec.Split(';').Select(r => r.Split(',').Select(double.Parse).ToArray()).Select(r => (r[0], r[1], r[2]))];
    }
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
        for (int round = 0; round < Rounds.Length; round++)
        {
            Anneal(draft, chains, round, steps, mayBeMissing);

            // Those after the first that reached the tolerance were stopped at arbitrary points: they must not be compared with it.
            if (Array.Find(chains, chain => chain?.Cost <= options.Tolerance) is { } content)
            {
                return content;
            }

            chains = [.. chains.Where(chain => chain is not null).OrderBy(chain => chain.Cost).ThenBy(chain => chain.Index)];
            if (IsOver)
            {
                break;
            }

            chains = chains[..((chains.Length + 1) / 2)];
            steps *= 2;
        }

        foreach (var ch in chains) Console.WriteLine($"before repair chain {ch.Index} missed {ch.Missed} cost {ch.Cost:0.00} {_clock.Elapsed.TotalSeconds:0.0}s");
        var re = Environment.GetEnvironmentVariable("REPAIR")?.Split(',').Select(double.Parse).ToArray();
        if (re != null) foreach (var ch in chains) ch.Repair((int)re[0], (int)re[1], re[2], re[3], re[4], () => IsOver);
        foreach (var ch in chains) Console.WriteLine($"chain {ch.Index} steps {ch.Steps} missed {ch.Missed} cost {ch.Cost:0.00} {_clock.Elapsed.TotalSeconds:0.0}s tried {string.Join(",",ch.Tried)} exact {string.Join(",",ch.Exact)} acc {string.Join(",",ch.Accepted)}");
        return chains.MinBy(chain => (chain.Missed, chain.Cost))!;
    }

    private void Anneal(CohortDraft draft, SurvivalChain[] chains, int round, int steps, bool mayBeMissing)
    {
        (double power, double from, double to) = Rounds[round];
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

            if (round == 0)
            {
                for (int part = 0; part < 10; part++)
                {
                    chain.Run(steps / 40, from, from / 2, power, options.Tolerance, () => IsOver);
                    chain.AdjustEvents();
                }
            }

            chain.Run(steps, from, to, power, options.Tolerance, () => IsOver || Volatile.Read(ref solved) < place);
            lock (_lock)
            {
                if (chain.Cost <= options.Tolerance)
                {
                    solved = Math.Min(solved, place);
                }

                _least = finished == 0 ? chain.Cost : Math.Min(_least, chain.Cost);
                progress?.Report(new(round + 1, Rounds.Length, chains.Length, ++finished, _least));
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }
}
