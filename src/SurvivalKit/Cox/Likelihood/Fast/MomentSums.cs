namespace SurvivalKit;

/// <summary>The contribution of one part of the rows to the information and the score.</summary>
internal sealed class MomentSums(int columns)
{
    private readonly double[] _score = new double[columns];
    private readonly double[] _information = new double[columns * columns];

    public void AddScore(int column, double value) => _score[column] += value;

    /// <summary>Adds the products of four columns with four others.</summary>
    /// <param name="products">The products, left by left.</param>
    /// <param name="left">The first of the left columns.</param>
    /// <param name="right">The first of the right columns.</param>
    /// <param name="sign">1 to add, -1 to subtract.</param>
    public void Add(ReadOnlySpan<double> products, int left, int right, double sign)
    {
        for (int j = left; j < Math.Min(left + 4, columns); j++)
        {
            for (int k = right; k < Math.Min(right + 4, columns); k++)
            {
                _information[(j * columns) + k] += sign * products[((j - left) * 4) + k - right];
            }
        }
    }

    public void AddTo(double[] score, double[,] information)
    {
        for (int j = 0; j < columns; j++)
        {
            score[j] += _score[j];
            for (int k = 0; k <= j; k++)
            {
                information[j, k] += _information[(j * columns) + k];
            }
        }
    }
}
