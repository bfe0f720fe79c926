using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The functions of time of which the score residual of every row is made: with r = exp(b'x + offset), a row over (b, t] has
/// d (x - Expected(t)) - r (x (Hazard(t) - Hazard(b)) - (Means(t) - Means(b))), and a row with the event has the values of events at t
/// (Therneau and Grambsch 2000, section 4.2; tied events are exposed to a part of the hazard only).</summary>
internal sealed record SummedSteps
{
    /// <summary>The cumulative hazard at each time of a stratum.</summary>
    public required double[] Hazard { get; init; }

    /// <summary>The means of the columns over the risk sets, integrated against the hazard: a number a column, time by time.</summary>
    public required double[] Means { get; init; }

    /// <summary>The same for rows with the event at the time.</summary>
    public required double[] HazardOfEvents { get; init; }

    /// <summary>The same for rows with the event at the time.</summary>
    public required double[] MeansOfEvents { get; init; }

    /// <summary>The expected columns of the row with the event.</summary>
    public required double[] Expected { get; init; }

    /// <summary>The functions in each stratum.</summary>
    public static ImmutableArray<SummedSteps> Compute(
        ImmutableArray<SummedStratum> strata, IEnumerable<ImmutableArray<SummedRisks>> risks, int columns, Ties ties)
    {
        SummedSteps[] steps = [.. strata.Select(stratum => new SummedSteps
        {
            Hazard = new double[stratum.Time.Length],
            Means = new double[stratum.Time.Length * columns],
            HazardOfEvents = new double[stratum.Time.Length],
            MeansOfEvents = new double[stratum.Time.Length * columns],
            Expected = new double[stratum.Time.Length * columns],
        })];
        SummedWalk.Over(strata, risks, columns, ties, (in SummedEvent time) => steps[time.Stratum].Set(time, columns));
        foreach (SummedSteps stratum in steps)
        {
            stratum.Accumulate(columns);
        }

        return [.. steps];
    }

    // The increments; those of events are what they have at their own time.
    private void Set(in SummedEvent time, int columns)
    {
        TiedFactors factors = time.Factors;
        Hazard[time.Place] = factors.Hazard;
        HazardOfEvents[time.Place] = factors.Hazard - factors.HazardOfTied;
        for (int j = 0; j < columns; j++)
        {
            int at = (time.Place * columns) + j;
            Means[at] = time.HazardMean(j);
            MeansOfEvents[at] = ((factors.Square - factors.SquareOnce) * time.AtRisk(j))
                - ((factors.SquareOnce - factors.SquareTwice) * time.Tied(j));
            Expected[at] = ((factors.Hazard * time.AtRisk(j)) - (factors.HazardOfTied * time.Tied(j))) / time.Weight;
        }
    }

    private void Accumulate(int columns)
    {
        for (int place = 1; place < Hazard.Length; place++)
        {
            HazardOfEvents[place] += Hazard[place - 1];
            Hazard[place] += Hazard[place - 1];
            for (int j = 0; j < columns; j++)
            {
                int at = (place * columns) + j;
                MeansOfEvents[at] += Means[at - columns];
                Means[at] += Means[at - columns];
            }
        }
    }
}
