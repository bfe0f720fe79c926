namespace SurvivalKit;

/// <summary>Score and information of summed rows, each event time with a multiplier, in the order of <see cref="SummedWalk"/>.</summary>
internal sealed class SummedMoments(SummedState state) : IEventMoments
{
    public double[] Score { get; } = new double[state.Rows.Names.Length];

    public double[,] Information { get; } = new double[state.Rows.Names.Length, state.Rows.Names.Length];

    public void Set(double[] multiplier)
    {
        Array.Clear(Score);
        Array.Clear(Information);
        int at = 0;
        SummedWalk.Over(state.Rows.Strata, state.Risks, Score.Length, state.Ties, (in SummedEvent time) =>
            time.Add(multiplier.Length == 0 ? 1 : multiplier[at++], Score, Information));
    }
}
