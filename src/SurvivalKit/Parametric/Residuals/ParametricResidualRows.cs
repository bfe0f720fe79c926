using MathNet.Numerics.RootFinding;

namespace SurvivalKit;

/// <summary>Computes residuals from the likelihood of each row (R's <c>residuals.survreg</c>).</summary>
internal static class ParametricResidualRows
{
    public static double[][] Compute(ParametricFit fit, ParametricSearch search, ParametricResidualKind kind)
    {
        int[] rows = [.. Enumerable.Range(0, search.Data.Rows)];
        return kind switch
        {
            ParametricResidualKind.DfBeta => DfBeta(search, isLd: false),
            ParametricResidualKind.LdCase => DfBeta(search, isLd: true),
            ParametricResidualKind.Working => Array.ConvertAll(rows, row => (double[])[Working(search, row)]),
            ParametricResidualKind.CoxSnell => Array.ConvertAll(rows, row => (double[])[CoxSnell(search, row)]),
            _ => Array.ConvertAll(rows, row => (double[])[Located(fit, search, row, kind)]),
        };
    }

    private static double Working(ParametricSearch search, int row)
    {
        (_, double first, double second) = search.Likelihood.Row(search.Parameters, row, null);
        return -search.Data.Units.PredictorFactor * first / second;
    }

    private static double CoxSnell(ParametricSearch search, int row) => -search.Likelihood.LogSurvivalAt(search.Parameters, row);

    // The row's own most likely predictor is at its time, at the limit of one that is censored on one side, or within its interval.
    private static double Located(ParametricFit fit, ParametricSearch search, int row, ParametricResidualKind kind)
    {
        ParametricData data = search.Data;
        double predictor = search.Likelihood.PredictorOf(search.Parameters, row);
        double Slope(double at) => search.Likelihood.Row(search.Parameters, row, at).First;
        bool isInside = data.IsBetween(row) && double.IsFinite(data.Left[row]);
        double centre = isInside ? Brent.FindRootExpand(Slope, data.Left[row], data.Right[row], 1e-13, 200) : data.Time[row];
        if (kind == ParametricResidualKind.Response)
        {
            double At(double value) => data.Units.IsLog ? Math.Exp(value) : data.Units.Origin + (data.Units.Unit * value);
            return At(centre) - At(predictor);
        }

        double best = isInside || data.Event[row] ? search.Likelihood.Row(search.Parameters, row, centre).Value : 0;
        double own = search.Likelihood.Row(search.Parameters, row, null).Value;
        return Math.Sign(Working(search, row)) * Math.Sqrt(Math.Max(0, 2 * (best - own)));
    }

    // Scores times the inverse information, or with the scores once more.
    private static double[][] DfBeta(ParametricSearch search, bool isLd)
    {
        double[] scores = search.Likelihood.Scores(search.Parameters, isPlain: true);
        int width = search.Parameters.Length;
        int outer = search.ToCaller.GetLength(0);
        double[][] result = new double[search.Data.Rows][];
        for (int row = 0; row < result.Length; row++)
        {
            double[] moved = new double[width];
            for (int j = 0; j < width; j++)
            {
                for (int k = 0; k < width; k++)
                {
                    moved[j] += search.Inverse[j, k] * scores[(row * width) + k];
                }
            }

            if (isLd)
            {
                result[row] = [Enumerable.Range(0, width).Sum(j => moved[j] * scores[(row * width) + j])];
                continue;
            }

            result[row] = new double[outer];
            for (int j = 0; j < outer; j++)
            {
                for (int k = 0; k < width; k++)
                {
                    result[row][j] += search.ToCaller[j, k] * moved[k];
                }
            }
        }

        return result;
    }
}
