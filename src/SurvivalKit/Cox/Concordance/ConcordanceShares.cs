namespace SurvivalKit;

/// <summary>For each sorted row the weight of its comparable pairs, and the weight of its concordant minus its discordant pairs.</summary>
internal sealed class ConcordanceShares(int rows)
{
    public double[] Difference { get; } = new double[rows];

    public double[] Pairs { get; } = new double[rows];
}
