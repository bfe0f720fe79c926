using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The sandwich variance of the estimates from the score contributions of observations or clusters, valid when the model does not
/// hold (Lin and Wei 1989): V B V, with V the model's covariance and B the sum of squares of the score residuals added up by
/// cluster.</summary>
/// <param name="Covariance">The robust covariance; 0 where a coefficient is not estimable.</param>
/// <param name="ScoreStatistic">The score test of all coefficients 0 against B at 0.</param>
/// <param name="WaldStatistic">The Wald test of all coefficients 0.</param>
internal sealed record RobustVariance(double[,] Covariance, double ScoreStatistic, double WaldStatistic)
{
    /// <param name="state">The rows, with risks and hazards at the estimates.</param>
    /// <param name="solution">The estimates and the model's covariance.</param>
    public static RobustVariance Compute(CoxState state, CoxSolution solution)
    {
        CoxData data = state.Data;
        int p = data.Columns;
        GroupCodes? groups = state.Clusters;
        bool[] used = Array.ConvertAll(state.Coefficients, coefficient => !double.IsNaN(coefficient));

        double[,] squares = Squares(Score(data, state.Risks, state.Hazard, groups));
        double[] scaled = [.. state.ScaledCoefficients];
        (double[,] covariance, double wald) = Sandwiched(squares, scaled, used, solution.Covariance, data.Scale, RoundingOf(data));
        bool[] inTest = Array.ConvertAll(solution.Coefficients, coefficient => !double.IsNaN(coefficient));
        return new RobustVariance(covariance, ScoreTest(state.Given.Data, state.Ties, groups, inTest), wald);
    }

    /// <summary>The robust variance of a fit to summed rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="atZero">Their risks at coefficients of 0.</param>
    /// <param name="state">The rows at the estimates.</param>
    /// <param name="scaled">The estimates of the centred and scaled columns; 0 where one is not estimable.</param>
    /// <param name="solution">The estimates and the model's covariance.</param>
    public static RobustVariance Compute(
        ISummedRows rows, IEnumerable<ImmutableArray<SummedRisks>> atZero, SummedState state, double[] scaled, CoxSolution solution)
    {
        int p = scaled.Length;
        (_, double[,] squares, double weights) =
            rows.Scores(scaled, SummedSteps.Compute(rows.Strata, state.Risks, p, state.Ties));
        (double[,] covariance, double wald) =
            Sandwiched(Full(squares), scaled, state.IsEstimable, solution.Covariance, rows.Scale, 1e-24 * weights);
        (double[] sums, double[,] squaresAtZero, _) =
            rows.Scores(new double[p], SummedSteps.Compute(rows.Strata, atZero, p, state.Ties));
        return new RobustVariance(covariance, ScoreTest(sums, Full(squaresAtZero), state.IsEstimable, 1e-24 * weights), wald);
    }

    private static (double[,] Covariance, double Wald) Sandwiched(
        double[,] squares, double[] scaledCoefficients, bool[] used, double[,] model, double[] scale, double rounding)
    {
        int p = scale.Length;
        double[,] covariance = Sandwich(squares, model, scale);
        var scaled = new double[p, p];
        var estimates = new double[p];
        for (int j = 0; j < p; j++)
        {
            estimates[j] = used[j] ? scaledCoefficients[j] : 0;
            for (int k = 0; k < p; k++)
            {
                bool both = used[j] && used[k];
                scaled[j, k] = both ? covariance[j, k] * scale[j] * scale[k] : 0;
                squares[j, k] = both ? squares[j, k] : 0;
            }
        }

        int rank = GeneralizedCholesky.Factorize(squares, rounding).Rank;
        double wald = rank == used.Count(isUsed => isUsed) ? Quadratic(scaled, estimates) : QuadraticOfRank(rank, scaled, estimates);
        return (covariance, wald);
    }

    private static double[,] Full(double[,] lower)
    {
        int p = lower.GetLength(0);
        var full = new double[p, p];
        for (int j = 0; j < p; j++)
        {
            for (int k = 0; k < p; k++)
            {
                full[j, k] = lower[Math.Max(j, k), Math.Min(j, k)];
            }
        }

        return full;
    }

    // With no more clusters than coefficients B has not full rank, and nor has V B V, but there rounding hides it: a pivot that is a
    // rounding error would be divided by. The matrix is brought to a diagonal of 1, and as many columns are left out as B says.
    private static double QuadraticOfRank(int rank, double[,] matrix, double[] vector)
    {
        int p = vector.Length;
        double[] errors = [.. Enumerable.Range(0, p).Select(j => Math.Sqrt(matrix[j, j]))];
        var correlations = new double[p, p];
        var ratios = new double[p];
        for (int j = 0; j < p; j++)
        {
            ratios[j] = errors[j] > 0 ? vector[j] / errors[j] : 0;
            for (int k = 0; k < p; k++)
            {
                correlations[j, k] = errors[j] > 0 && errors[k] > 0 ? matrix[j, k] / (errors[j] * errors[k]) : 0;
            }
        }

        double floor = GeneralizedCholesky.Tolerance;
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(correlations, floor);
        while (factor.Rank > rank)
        {
            floor *= 10;
            factor = GeneralizedCholesky.Factorize(correlations, floor);
        }

        return TensorPrimitives.Dot<double>(factor.Solve(ratios), ratios);
    }

    private static double ScoreTest(CoxData data, Ties ties, GroupCodes? groups, bool[] used)
    {
        var risks = new CoxRisks(data);
        risks.Set(new double[data.Columns]);
        var hazard = new EventHazard(data, ties);
        hazard.Set(risks);
        double[][] score = Score(data, risks, hazard, groups);
        double[] sums = Array.ConvertAll(score, column => TensorPrimitives.Sum<double>(column));
        return ScoreTest(sums, Squares(score), used, RoundingOf(data));
    }

    private static double ScoreTest(double[] sums, double[,] squares, bool[] used, double rounding)
    {
        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] = used[j] ? sums[j] : 0;
            for (int k = 0; k < sums.Length; k++)
            {
                squares[j, k] = used[j] && used[k] ? squares[j, k] : 0;
            }
        }

        return Quadratic(squares, sums, rounding);
    }

    // Column by column: the weighted score residuals of the rows or, with clusters, their sums by cluster.
    private static double[][] Score(CoxData data, CoxRisks risks, EventHazard hazard, GroupCodes? groups)
    {
        ScoreResiduals residuals = ScoreResiduals.Weighted(data, risks, hazard);
        var score = new double[data.Columns][];
        int[] group = groups is null ? [] : groups.At(data.Order);
        RowBlocks.ForEach(score.Length, data.Rows, j =>
        {
            double[] rows = residuals.Column(j, data.X[j]);
            score[j] = groups is null ? rows : new double[groups.Count];
            for (int i = 0; i < group.Length; i++)
            {
                score[j][group[i]] += rows[i];
            }
        });
        return score;
    }

    private static double[,] Squares(double[][] columns)
    {
        int p = columns.Length;
        int rows = p == 0 ? 0 : columns[0].Length;
        int parts = RowBlocks.Parts(rows);
        var sums = new double[parts][];
        RowBlocks.ForEach(parts, rows, part =>
        {
            (int from, int to) = RowBlocks.Rows(part, rows);
            sums[part] = new double[p * p];
            for (int start = from; start < to; start += RowBlocks.Block)
            {
                int length = Math.Min(RowBlocks.Block, to - start);
                for (int j = 0; j < p; j++)
                {
                    for (int k = 0; k <= j; k++)
                    {
                        sums[part][(j * p) + k] += TensorPrimitives.Dot(columns[j].AsSpan(start, length), columns[k].AsSpan(start, length));
                    }
                }
            }
        });
        var squares = new double[p, p];
        for (int j = 0; j < p; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                // Summed in the order of the parts, so that the result does not depend on the number of threads.
                foreach (double[] part in sums)
                {
                    squares[j, k] += part[(j * p) + k];
                }

                squares[k, j] = squares[j, k];
            }
        }

        return squares;
    }

    // V S B S V, with S the scale of the columns of B.
    private static double[,] Sandwich(double[,] squares, double[,] model, double[] scale)
    {
        int p = scale.Length;
        var half = new double[p, p];
        var sandwich = new double[p, p];
        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j < p; j++)
            {
                for (int k = 0; k < p; k++)
                {
                    half[i, j] += model[i, k] * scale[k] * squares[k, j];
                }
            }
        }

        for (int i = 0; i < p; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                for (int k = 0; k < p; k++)
                {
                    sandwich[i, j] += half[i, k] * scale[k] * model[k, j];
                }

                sandwich[j, i] = sandwich[i, j];
            }

            // A variance of 0 may come out below it.
            sandwich[i, i] = Math.Max(0, sandwich[i, i]);
        }

        return sandwich;
    }

    // The score of a column in which the events say nothing is 0 but for the rounding of sums of columns of spread 1.
    private static double RoundingOf(CoxData data) => 1e-24 * TensorPrimitives.SumOfSquares<double>(data.CaseWeight);

    private static double Quadratic(double[,] matrix, double[] vector, double floor = 0) =>
        TensorPrimitives.Dot<double>(GeneralizedCholesky.Factorize(matrix, floor).Solve(vector), vector);
}
