namespace SurvivalKit.Tests;

/// <summary>A study of tens of thousands of rows, so that it is processed in several blocks and parts; few event times, so that it can be
/// checked by brute force.</summary>
internal sealed class LargeStudy
{
    private const int Rows = (70 * RowBlocks.Block) + 19;
    private readonly bool _counting;

    public LargeStudy(bool counting, int strata, int distinctTimes)
    {
        _counting = counting;
        var random = new Random(21);
        (Start, Stop, IsEvent, Stratum, Weight) = (new double[Rows], new double[Rows], new bool[Rows], new int[Rows], new double[Rows]);
        X = [new double[Rows], new double[Rows]];
        for (int i = 0; i < Rows; i++)
        {
            X[0][i] = random.NextDouble();
            X[1][i] = random.Next(3);
            double length = -100 * Math.Log(random.NextDouble()) * Math.Exp(-0.5 * X[0][i]);
            Start[i] = counting ? random.NextDouble() * 80 : 0;
            Stop[i] = Start[i] + length;
            if (distinctTimes > 0)
            {
                Start[i] = Math.Floor(Start[i] * distinctTimes / 500);
                Stop[i] = Math.Max(Start[i], Math.Floor(Stop[i] * distinctTimes / 500)) + 1;
            }

            IsEvent[i] = random.NextDouble() < (distinctTimes > 0 ? 0.01 : 0.002);
            Stratum[i] = random.Next(strata);
            Weight[i] = random.Next(10) == 0 ? 0.5 : 1;
        }
    }

    public double[] Start { get; }

    public double[] Stop { get; }

    public bool[] IsEvent { get; }

    public int[] Stratum { get; }

    public double[] Weight { get; }

    public double[][] X { get; }

    public CoxFit Fit(CoxOptions options, int[]? clusters = null) => CoxModel.Fit(
        _counting ? Surv.Counting(Start, Stop, IsEvent) : Surv.Right(Stop, IsEvent),
        DesignMatrix.FromColumns(("a", X[0]), ("b", X[1])),
        options,
        Stratum,
        Weight,
        clusters: clusters);
}
