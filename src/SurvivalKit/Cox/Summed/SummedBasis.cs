using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The baseline hazards of a fit to summed rows, and all that predictions need.</summary>
internal static class SummedBasis
{
    /// <param name="rows">The rows.</param>
    /// <param name="risks">Their risks at the estimates.</param>
    /// <param name="ties">How tied events are treated.</param>
    public static CoxRecord.BasisRecord Compute(ISummedRows rows, IEnumerable<ImmutableArray<SummedRisks>> risks, Ties ties)
    {
        int p = rows.Names.Length;
        double[][] hazard = [.. rows.Strata.Select(stratum => new double[stratum.Time.Length])];
        double[][] variance = [.. rows.Strata.Select(stratum => new double[stratum.Time.Length])];
        int[] before = new int[rows.Strata.Length + 1];
        for (int s = 0; s < rows.Strata.Length; s++)
        {
            before[s + 1] = before[s] + rows.Strata[s].EventWeight.Count(weight => weight > 0);
        }

        double[][] means = [.. rows.Names.Select(_ => new double[before[^1]])];
        int[] next = before[1..];
        SummedWalk.Over(rows.Strata, risks, p, ties, (in SummedEvent time) =>
        {
            hazard[time.Stratum][time.Place] = time.Factors.Hazard;
            variance[time.Stratum][time.Place] = time.Factors.Square;
            int at = --next[time.Stratum];
            for (int j = 0; j < p; j++)
            {
                means[j][at] = time.HazardMean(j);
            }
        });
        for (int s = 0; s < rows.Strata.Length; s++)
        {
            Accumulate(hazard[s], 0, hazard[s].Length);
            Accumulate(variance[s], 0, variance[s].Length);
            foreach (double[] column in means)
            {
                Accumulate(column, before[s], before[s + 1]);
            }
        }

        return new CoxRecord.BasisRecord(
            rows.Scale, rows.Means, rows.OffsetMeans.Plain, rows.OffsetMeans.Weighted,
            [.. rows.Strata.Select((stratum, s) => Stratum(rows, stratum, hazard[s], variance[s], before[s]))], means);
    }

    private static CoxStratum Stratum(ISummedRows rows, SummedStratum stratum, double[] hazard, double[] variance, int before)
    {
        var atRisk = new double[stratum.Time.Length];
        double sum = 0;
        int entry = stratum.EntryTime.Length;
        for (int place = atRisk.Length - 1; place >= 0; place--)
        {
            sum += stratum.Weight[place];
            for (; entry > 0 && stratum.EntryTime[entry - 1] >= stratum.Time[place]; entry--)
            {
                sum -= stratum.EntryWeight[entry - 1];
            }

            atRisk[place] = sum;
        }

        return new CoxStratum
        {
            Name = stratum.Name,

            // The point from which the columns are measured; the risks are relative to it.
            Origin = rows.Centre,
            OriginScaled = new double[rows.Centre.Length],
            Level = -rows.OffsetMeans.Weighted,
            Means = stratum.Means,
            Observations = stratum.Observations,
            Time = stratum.Time,
            AtRisk = atRisk,
            Events = stratum.EventWeight,
            Censored = [.. stratum.Weight.Zip(stratum.EventWeight, (all, events) => all - events)],
            Hazard = hazard,
            Variance = variance,
            EventTimesBefore = before,
        };
    }

    private static void Accumulate(double[] values, int from, int end)
    {
        for (int i = from + 1; i < end; i++)
        {
            values[i] += values[i - 1];
        }
    }
}
