namespace SurvivalKit;

/// <summary>A log-likelihood with its gradient and its negative second derivatives (lower triangle, row after row).</summary>
internal sealed class ParametricSums(int parameters)
{
    public double Value { get; set; }

    public double[] Score { get; } = new double[parameters];

    public double[] Information { get; } = new double[parameters * (parameters + 1) / 2];

    /// <summary>Adds the sums of other rows.</summary>
    public void Add(ParametricSums other)
    {
        Value += other.Value;
        for (int j = 0; j < Score.Length; j++)
        {
            Score[j] += other.Score[j];
        }

        for (int i = 0; i < Information.Length; i++)
        {
            Information[i] += other.Information[i];
        }
    }

    /// <summary>The information as a matrix, lower triangle.</summary>
    public double[,] Matrix()
    {
        var matrix = new double[Score.Length, Score.Length];
        for (int j = 0, at = 0; j < Score.Length; j++)
        {
            for (int k = 0; k <= j; k++)
            {
                matrix[j, k] = Information[at++];
            }
        }

        return matrix;
    }
}
