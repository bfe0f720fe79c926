namespace SurvivalKit;

/// <summary>What one part of the rows adds to score and information.</summary>
internal sealed class MomentSums(int columns)
{
    public double[] Score { get; } = new double[columns];

    /// <summary>The lower triangle, row after row.</summary>
    public double[] Information { get; } = new double[columns * (columns + 1) / 2];

    public void AddTo(double[] score, double[,] information)
    {
        for (int j = 0, at = 0; j < columns; j++)
        {
            score[j] += Score[j];
            for (int k = 0; k <= j; k++, at++)
            {
                information[j, k] += Information[at];
            }
        }
    }
}
