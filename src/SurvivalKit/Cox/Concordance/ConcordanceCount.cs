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
        CoxData data = state.Data;
        double[] predictor = state.Risks.Predictor;
        var largest = new double[RowBlocks.Spans(data.Rows)];
        RowBlocks.ForEach(largest.Length, data.Rows, span =>
        {
            (int from, int to) = RowBlocks.Span(span, data.Rows);
            double most = 0;
            for (int row = from; row < to; row++)
            {
                double size = Math.Abs(predictor[row]);
                most = size > most && data.Weight[row] > 0 && double.IsFinite(size) ? size : most;
            }

            largest[span] = most;
        });
        return largest.Max();
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
        int[] order = RadixSort.Order(predictor, out double[] sorted);
        int[] starts = data.StratumStarts;
        int strata = starts.Length - 1;
        if (strata > 1)
        {
            var stratum = new int[order.Length];
            for (int s = 0; s < strata; s++)
            {
                stratum.AsSpan(starts[s]..starts[s + 1]).Fill(s);
            }

            (order, sorted, _) = TimeOrder.Regroup(order, sorted, stratum, strata);
        }

        int[] ranksInOrder = GC.AllocateUninitializedArray<int>(order.Length);
        for (int s = 0; s < strata; s++)
        {
            Rank(sorted.AsSpan(starts[s]..starts[s + 1]), rounding, ranksInOrder.AsSpan(starts[s]..starts[s + 1]));
        }

        int[] ranks = GC.AllocateUninitializedArray<int>(order.Length);
        RowBlocks.ForEachSpan(order.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                ranks[order[i]] = ranksInOrder[i];
            }
        });
        return ranks;
    }

    private static void Rank(ReadOnlySpan<double> sorted, double rounding, Span<int> ranks)
    {
        int rank = -1;
        double first = double.NaN;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (!(sorted[i] - first <= rounding))
            {
                rank++;
                first = sorted[i];
            }

            ranks[i] = rank;
        }
    }

    private static ConcordanceIndex Index(CoxData data, GroupCodes? clusters, ConcordanceShares asEvent, ConcordanceShares asOther)
    {
        double[] weight = data.Weight;

        // The weight of concordant minus discordant pairs, and of all pairs; every pair was counted twice.
        int parts = RowBlocks.Parts(data.Rows);
        var differences = new double[parts];
        var pairsOfParts = new double[parts];
        RowBlocks.ForEach(parts, data.Rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            for (int i = from; i < to; i++)
            {
                differences[part] += weight[i] * (asEvent.Difference[i] + asOther.Difference[i]) / 2;
                pairsOfParts[part] += weight[i] * (asEvent.Pairs[i] + asOther.Pairs[i]) / 2;
            }
        });
        double difference = differences.Sum();
        double pairs = pairsOfParts.Sum();
        if (pairs <= 0)
        {
            return new ConcordanceIndex(double.NaN, double.NaN);
        }

        double somers = difference / pairs;
        var variances = new double[parts];
        var influences = new double[clusters is null ? 0 : weight.Length];
        RowBlocks.ForEach(parts, data.Rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, data.Rows);
            for (int i = from; i < to; i++)
            {
                double share = asEvent.Difference[i] + asOther.Difference[i] - (somers * (asEvent.Pairs[i] + asOther.Pairs[i]));
                double influence = weight[i] * share / pairs;
                variances[part] += influence * influence;
                if (clusters is not null)
                {
                    influences[data.Order[i]] = influence;
                }
            }
        });
        double variance = variances.Sum();
        if (clusters is not null)
        {
            variance = TensorPrimitives.SumOfSquares<double>(clusters.Sums(influences));
        }

        return new ConcordanceIndex((somers + 1) / 2, Math.Sqrt(variance) / 2);
    }
}
