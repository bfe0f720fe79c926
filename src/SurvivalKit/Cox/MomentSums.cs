namespace SurvivalKit;

/// <summary>What one part of the rows adds to the information, and to the score.</summary>
internal sealed class MomentSums(int columns)
{
    // Row after row of the information, and below them the score.
    private readonly double[] _sums = new double[(columns + 1) * columns];

    /// <summary>Adds the products of four columns with four others.</summary>
    /// <param name="products">The products, left by left.</param>
    /// <param name="left">The first of the left columns; the one after the last covariate is that of the score.</param>
    /// <param name="right">The first of the right columns.</param>
    /// <param name="leftEnd">The end of the left columns.</param>
    /// <param name="sign">1, or -1 to take away.</param>
    public void Add(ReadOnlySpan<double> products, int left, int right, int leftEnd, double sign)
    {
        for (int j = left; j < Math.Min(left + 4, leftEnd); j++)
        {
            for (int k = right; k < Math.Min(right + 4, columns); k++)
            {
                _sums[(j * columns) + k] += sign * products[((j - left) * 4) + k - right];
            }
        }
    }

    public void AddTo(double[] score, double[,] information)
    {
        for (int j = 0; j < columns; j++)
        {
            score[j] += _sums[(columns * columns) + j];
            for (int k = 0; k <= j; k++)
            {
                information[j, k] += _sums[(j * columns) + k];
            }
        }
    }
}
