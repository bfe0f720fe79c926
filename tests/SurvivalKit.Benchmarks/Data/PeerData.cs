using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>The one data set of all comparisons: a cohort with Weibull event times, uniform censoring and effects of all covariates and
/// groups; the same for a number of rows wherever it is made.</summary>
/// <remarks>
/// Columns: <c>time</c> (years, continuous), <c>day</c> (<c>time</c> in hundredths, about 1000 distinct values), <c>status</c> (about six
/// events in ten rows), <c>start</c>, <c>stop</c> and <c>dead</c> (the same hazard, with left truncation), <c>enter</c> and
/// <c>leave</c> (<c>start</c> and <c>stop</c> in hundredths, heavily tied), <c>cause</c> (of the events of <c>status</c>: three in five are
/// a relapse, the others a death; the first level is censoring), <c>arm</c> (three groups),
/// <c>site</c> (ten groups), <c>id</c> (a cluster of ten rows), and <c>x1</c> ... <c>x20</c>: normal, binary and uniform in turn.
/// </remarks>
internal sealed class PeerData
{
    /// <summary>The number of covariates.</summary>
    public const int Covariates = 20;

    private const double Shape = 1.3;
    private const double Scale = 5.5;
    private const double LongestFollowUp = 10;
    private const double LatestEntry = 2;
    private const double ShortestInterval = 1e-4;

    private static readonly double[] ArmEffects = [0, -0.25, 0.15];

    private PeerData(int rows, ImmutableArray<PeerColumn> columns)
    {
        Rows = rows;
        Columns = columns;
        Frame = new DataFrame(columns.Select(column => column.ToFrame()));
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The columns as arrays.</summary>
    public ImmutableArray<PeerColumn> Columns { get; }

    /// <summary>The columns as a data frame.</summary>
    public DataFrame Frame { get; }

    /// <summary>Makes the data set.</summary>
    /// <param name="rows">The number of rows.</param>
    public static PeerData Make(int rows)
    {
        var random = new RandomStream(20260731);
        var covariates = new double[Covariates][];
        for (int j = 0; j < Covariates; j++)
        {
            covariates[j] = new double[rows];
        }

        var arm = new int[rows];
        var site = new int[rows];
        var cause = new int[rows];

        // Of its own, so that the other columns are what they would be without it.
        var randomCause = new RandomStream(20261130);
        double[] time = new double[rows], day = new double[rows], status = new double[rows];
        double[] start = new double[rows], stop = new double[rows], dead = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            arm[i] = random.Below(3);
            site[i] = random.Below(10);
            double risk = ArmEffects[arm[i]] + (0.03 * site[i]);
            for (int j = 0; j < Covariates; j++)
            {
                covariates[j][i] = CovariateModel.Draw(j, random);
                risk += CovariateModel.Effect(j) * covariates[j][i];
            }

            (time[i], status[i]) = FollowUp(0, risk, random);
            day[i] = Math.Ceiling(time[i] * 100);
            cause[i] = randomCause.Uniform() < 0.6 ? 1 : 2;
            cause[i] = status[i] == 0 ? 0 : cause[i];
            start[i] = random.Uniform() * LatestEntry;
            (stop[i], dead[i]) = FollowUp(start[i], risk, random);
        }

        return new PeerData(rows,
        [
            new PeerColumn.Numbers("time", time),
            new PeerColumn.Numbers("day", day),
            new PeerColumn.Numbers("status", status),
            new PeerColumn.Numbers("start", start),
            new PeerColumn.Numbers("stop", stop),
            new PeerColumn.Numbers("dead", dead),
            new PeerColumn.Numbers("enter", Array.ConvertAll(start, value => Math.Floor(value * 100))),
            new PeerColumn.Numbers("leave", Array.ConvertAll(stop, value => Math.Ceiling(value * 100))),
            new PeerColumn.Factor("cause", cause, ["censored", "relapse", "death"]),
            new PeerColumn.Factor("arm", arm, ["control", "low", "high"]),
            new PeerColumn.Factor("site", site, [.. Enumerable.Range(0, 10).Select(k => FormattableString.Invariant($"site {k}"))]),
            new PeerColumn.Integers("id", [.. Enumerable.Range(0, rows).Select(i => i / 10)]),
            .. covariates.Select((values, j) => new PeerColumn.Numbers(CovariateModel.Name(j), values)),
        ]);
    }

    // The event time given that it is after the entry: the cumulative hazard since then is exponential.
    private static (double Time, double Status) FollowUp(double entry, double risk, RandomStream random)
    {
        double atEntry = Math.Pow(entry / Scale, Shape);
        double failure = Scale * Math.Pow(atEntry + (random.Exponential() * Math.Exp(-risk)), 1 / Shape);
        double censoring = entry + (random.Uniform() * LongestFollowUp);
        double end = Math.Max(Math.Min(failure, censoring), entry + ShortestInterval);
        return (end, failure <= censoring ? 1 : 0);
    }
}
