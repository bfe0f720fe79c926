namespace SurvivalKit;

/// <summary>For each sorted row the weight of its comparable pairs, and by how much those in which the higher risk failed first outweigh the others.</summary>
internal sealed class ConcordanceShares(int rows)
{
    public double[] Difference { get; } = new double[rows];

    public double[] Pairs { get; } = new double[rows];
}
