using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>Harrell's (1982) concordance: counts concordant pairs in O(n log n) with a Fenwick tree over the ranks of the
/// predictors.</summary>
/// <remarks>
/// A pair is comparable when one had the event while the other was at risk and had a longer time (or was censored at the same time).
/// The standard error is the infinitesimal jackknife over each observation's share in the pairs, as R's <c>concordance</c>.
/// </remarks>
internal static class ConcordanceCount
{
    // Predictors that are equal but for rounding are tied: two patterns of covariates with one predictor have it by different sums, and two
    // coefficients that the likelihood makes equal differ by what the last step leaves. Of the size of the largest predictor.
    private const double LastStep = 1e-11;

    // The same of the sum of the terms of a predictor, whose rounding it has.
    private const double Rounding = 1e-14;

    /// <summary>The concordance of the linear predictors of a fit; in the limit of a likelihood without a maximum the levels of the
    /// directions come first, and among equal levels the finite part.</summary>
    /// <param name="state">The fit.</param>
    /// <param name="eventWeights">The weight of the pairs of each row, sorted in the caller's strata, that is an event;
    /// <see langword="null"/>: 1.</param>
    public static ConcordanceIndex Count(CoxState state, double[]? eventWeights = null)
    {
        double rounding = (LastStep * Largest(state)) + (Rounding * TensorPrimitives.SumOfMagnitudes(state.ScaledCoefficients));
        return state.Limit is not null
            ? Count(state.Given.Data, CoxLimit.Ranks(state, rounding), state.Clusters, 0, eventWeights)
            : Count(state.Data, state.Risks.Predictor, state.Clusters, rounding, eventWeights);
    }

    private static double Largest(CoxState state)
    {
        double largest = 0;
        for (int row = 0; row < state.Data.Rows; row++)
        {
            double size = Math.Abs(state.Risks.Predictor[row]);
            largest = state.Data.Weight[row] > 0 && double.IsFinite(size) ? Math.Max(largest, size) : largest;
        }

        return largest;
    }

    /// <summary>The concordance of any predictor.</summary>
    /// <param name="data">The sorted rows.</param>
    /// <param name="predictor">The predicted risk of each sorted row, or anything in the same order.</param>
    /// <param name="clusters">The cluster of each observation, for the standard error; <see langword="null"/>: each is its own.</param>
    /// <param name="rounding">Predictors that differ by no more are equal.</param>
    /// <param name="eventWeights">The weight of the pairs of each sorted row that is an event; <see langword="null"/>: 1.</param>
    public static ConcordanceIndex Count(
        CoxData data, double[] predictor, GroupCodes? clusters = null, double rounding = 0, double[]? eventWeights = null)
    {
        int[] ranks = Ranks(data, predictor, rounding);
        var asEvent = new ConcordanceShares(data.Rows);
        var asOther = new ConcordanceShares(data.Rows);

        // Each pair is counted once for each of its two rows; the two passes run on separate threads.
        RowBlocks.ForEach(2, data.Rows, side =>
        {
            if (side == 0)
            {
                new ConcordanceWalk(data, ranks, asEvent, eventWeights).ForEvents();
            }
            else
            {
                new ConcordanceWalk(data, ranks, asOther, eventWeights).ForOthers();
            }
        });
        return Index(data, clusters, asEvent, asOther);
    }

    // The rank of each row's predictor among the distinct predictors of its stratum.
    private static int[] Ranks(CoxData data, double[] predictor, double rounding)
    {
        int[] order = RadixSort.Order(predictor, out _);
        int strata = data.StratumStarts.Length - 1;
        if (strata > 1)
        {
            var stratum = new int[order.Length];
            for (int s = 0; s < strata; s++)
            {
                stratum.AsSpan(data.StratumStarts[s]..data.StratumStarts[s + 1]).Fill(s);
            }

            (order, _) = TimeOrder.Regroup(order, stratum, strata);
        }

        var ranks = new int[order.Length];
        for (int s = 0; s < strata; s++)
        {
            int rank = 0;
            double first = data.StratumStarts[s] < order.Length ? predictor[order[data.StratumStarts[s]]] : 0;
            for (int i = data.StratumStarts[s] + 1; i < data.StratumStarts[s + 1]; i++)
            {
                double value = predictor[order[i]];
                if (!(value - first <= rounding))
                {
                    rank++;
                    first = value;
                }

                ranks[order[i]] = rank;
            }
        }

        return ranks;
    }

    private static ConcordanceIndex Index(CoxData data, GroupCodes? clusters, ConcordanceShares asEvent, ConcordanceShares asOther)
    {
        double[] weight = data.Weight;

        // The weight of concordant minus discordant pairs, and of all pairs; every pair was counted twice.
        double difference = 0;
        double pairs = 0;
        for (int i = 0; i < weight.Length; i++)
        {
            difference += weight[i] * (asEvent.Difference[i] + asOther.Difference[i]) / 2;
            pairs += weight[i] * (asEvent.Pairs[i] + asOther.Pairs[i]) / 2;
        }

        if (pairs <= 0)
        {
            return new ConcordanceIndex(double.NaN, double.NaN);
        }

        double somers = difference / pairs;
        double variance = 0;
        var influences = new double[clusters is null ? 0 : weight.Length];
        for (int i = 0; i < weight.Length; i++)
        {
            double share = asEvent.Difference[i] + asOther.Difference[i] - (somers * (asEvent.Pairs[i] + asOther.Pairs[i]));
            double influence = weight[i] * share / pairs;
            variance += influence * influence;
            if (clusters is not null)
            {
                influences[data.Order[i]] = influence;
            }
        }

        if (clusters is not null)
        {
            variance = TensorPrimitives.SumOfSquares<double>(clusters.Sums(influences));
        }

        return new ConcordanceIndex((somers + 1) / 2, Math.Sqrt(variance) / 2);
    }
}
