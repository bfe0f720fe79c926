using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a Cox model becomes when its likelihood rises for ever in a direction d: rows of a lower x'd leave the risk sets of events
/// of a higher one, so that the model is the same one stratified by x'd as well, in which the likelihood has a maximum (the limiting
/// conditional model of Geyer 2009). Everything derived from the fit is computed in it, without a large number.</summary>
/// <param name="Data">The rows, stratified by their levels x'd within the caller's strata.</param>
/// <param name="Coefficients">The estimates there, in the units of the caller's columns; NaN where a column is dependent in these
/// strata.</param>
/// <param name="Directions">The directions, in the units of the caller's columns: one, or the later ones within equal levels of the
/// earlier.</param>
internal sealed record CoxLimit(CoxData Data, double[] Coefficients, ImmutableArray<double[]> Directions)
{
    /// <summary>Levels nearer than this part of their spread are one.</summary>
    public const double Equal = 1e-8;

    /// <summary>The level of each sorted row, from the caller's columns: those of the data are 0 where the likelihood does not
    /// look.</summary>
    public static double[] Levels(CoxData data, DesignMatrix design, double[] direction)
    {
        var level = new double[data.Rows];
        int origin = data.Order[Math.Max(0, Array.FindIndex(data.Weight, weight => weight > 0))];
        for (int j = 0; j < direction.Length; j++)
        {
            ReadOnlySpan<double> column = design.Column(j);
            for (int row = 0; row < level.Length && direction[j] != 0; row++)
            {
                double difference = column[data.Order[row]] - column[origin];
                level[row] += double.IsFinite(difference) ? direction[j] * difference : 0;
            }
        }

        return level;
    }

    /// <summary>The strata of the data, each divided by the levels of a direction.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="level">The level of each sorted row.</param>
    /// <returns>The stratum of each observation in the caller's order, rising with the caller's stratum and the level.</returns>
    public static int[] Divide(CoxData data, double[] level)
    {
        var codes = new int[data.Rows];
        double equal = Equal * Range(data, level);
        int code = 0;
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int from = data.StratumStarts[s];
            int[] rows = [.. Enumerable.Range(from, data.StratumStarts[s + 1] - from).OrderBy(row => level[row])];
            for (int i = 0; i < rows.Length; i++)
            {
                code += i == 0 || level[rows[i]] - level[rows[i - 1]] > equal ? 1 : 0;
                codes[data.Order[rows[i]]] = code;
            }
        }

        return codes;
    }

    /// <summary>How far a finite fit would go in a direction: until the nearest levels differ by 20, a hazard ratio of e^20, but no farther
    /// than linear predictors can be computed with.</summary>
    public static double Reach(CoxData data, double[] level)
    {
        double range = Range(data, level);
        double nearest = range;
        double[] sorted = [.. level.Where((_, row) => data.Weight[row] > 0).Order()];
        for (int i = 1; i < sorted.Length; i++)
        {
            double difference = sorted[i] - sorted[i - 1];
            nearest = difference > Equal * range ? Math.Min(nearest, difference) : nearest;
        }

        return Math.Min(20 / nearest, 500 / range);
    }

    /// <summary>Numbers in the order of the predicted risks within the caller's strata: the levels first, and among rows of one level the
    /// finite part of the linear predictor.</summary>
    /// <param name="state">The state in the limit.</param>
    /// <param name="rounding">Linear predictors that differ by no more are equal.</param>
    /// <returns>A number for each sorted row of the caller's strata.</returns>
    public static double[] Ranks(CoxState state, double rounding)
    {
        CoxData data = state.Data;
        double[] predictor = state.Risks.Predictor;
        var ranks = new double[data.Rows];
        double rank = 0;
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++, rank++)
        {
            int from = data.StratumStarts[s];
            int[] rows = [.. Enumerable.Range(from, data.StratumStarts[s + 1] - from).OrderBy(row => predictor[row])];
            for (int i = 0; i < rows.Length; i++)
            {
                rank += i > 0 && predictor[rows[i]] - predictor[rows[i - 1]] > rounding ? 1 : 0;
                ranks[data.Order[rows[i]]] = rank;
            }
        }

        return Array.ConvertAll(state.Given.Data.Order, observation => ranks[observation]);
    }

    private static double Range(CoxData data, double[] level)
    {
        double least = double.PositiveInfinity;
        double most = double.NegativeInfinity;
        for (int row = 0; row < level.Length; row++)
        {
            if (data.Weight[row] > 0)
            {
                least = Math.Min(least, level[row]);
                most = Math.Max(most, level[row]);
            }
        }

        return most - least;
    }
}
