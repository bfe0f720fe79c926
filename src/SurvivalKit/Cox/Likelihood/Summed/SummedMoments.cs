namespace SurvivalKit;

/// <summary>Score and information of summed rows, each event time with a multiplier, in the order of <see cref="SummedWalk"/>.</summary>
internal sealed class SummedMoments(SummedState state) : IEventMoments
{
    public (double[] Score, double[,] Information)[] Sums(params double[][] multipliers)
    {
        int p = state.Rows.Names.Length;
        (double[] Score, double[,] Information)[] sums = Array.ConvertAll(multipliers, _ => (new double[p], new double[p, p]));
        SummedWalk.Over(state.Rows.Strata, state.Risks, p, state.Ties, (in SummedEvent time) =>
        {
            for (int k = 0; k < sums.Length; k++)
            {
                time.Add(multipliers[k].Length == 0 ? 1 : multipliers[k][time.Index], sums[k].Score, sums[k].Information);
            }
        });
        return sums;
    }
}
