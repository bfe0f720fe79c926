namespace SurvivalKit.Fuzz;

/// <summary>The infinitesimal jackknife from its definition: the root of the sum over clusters of the squared derivatives by the
/// weights of a cluster's rows, times these (Jaeckel 1972; Efron 1982). The derivatives are differences of curves of changed
/// weights.</summary>
internal static class Jackknife
{
    private const double Step = 1e-4;

    /// <summary>The standard errors of numbers of the curves that a question asks for, one group behind the other.</summary>
    public static double[] Of(Question question, FuzzSet set, Func<KaplanMeierCurve, IEnumerable<double>> of)
    {
        IReadOnlyList<int> rows = UsedRows.Of(set, question);
        set = set.Of(rows);
        double[] weights = question.Weights is { } name ? set[name] : [.. Enumerable.Repeat(1.0, set.Rows)];
        var influences = new Dictionary<double, double[]>();
        for (int row = 0; row < set.Rows; row++)
        {
            if (weights[row] == 0)
            {
                continue;
            }

            // A central difference and one of half the step (Richardson), so that what is left is of the fourth order.
            double[] wide = Difference(question, set, weights, row, Step, of);
            double[] narrow = Difference(question, set, weights, row, Step / 2, of);
            double cluster = question.Cluster is { } id ? set[id][row] : row;
            if (!influences.TryGetValue(cluster, out double[]? sum))
            {
                influences[cluster] = sum = new double[wide.Length];
            }

            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += ((4 * narrow[i]) - wide[i]) / 3;
            }
        }

        int length = influences.Values.FirstOrDefault([]).Length;
        return [.. Enumerable.Range(0, length).Select(i => Math.Sqrt(influences.Values.Sum(sum => sum[i] * sum[i])))];
    }

    private static double[] Difference(
        Question question, FuzzSet set, double[] weights, int row, double step, Func<KaplanMeierCurve, IEnumerable<double>> of)
    {
        double[] up = Numbers(question, set, weights, row, 1 + step, of);
        double[] down = Numbers(question, set, weights, row, 1 - step, of);
        return [.. up.Zip(down, (high, low) => (high - low) / (2 * step))];
    }

    private static double[] Numbers(
        Question question, FuzzSet set, double[] weights, int row, double factor, Func<KaplanMeierCurve, IEnumerable<double>> of)
    {
        double[] changed = [.. weights];
        changed[row] *= factor;
        var weighted = new FuzzSet([.. set.Columns.Where(column => column.Name != "changed"), new("changed", false, changed)]);
        KaplanMeierCurves curves = KaplanMeier.Fit(
            weighted.ToFrame(),
            question.Formula,
            new() { SurvivalMethod = question.SurvivalMethod, HazardMethod = question.HazardMethod, Robust = false },
            weights: "changed");
        return [.. curves.SelectMany(of)];
    }
}
