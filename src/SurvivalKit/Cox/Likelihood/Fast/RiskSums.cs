namespace SurvivalKit;

/// <summary>Running sums over a risk set: of risks, of risk times covariate, and of risk times products of covariates.</summary>
internal sealed class RiskSums(int columns)
{
    public double S0 { get; private set; }

    public double[] S1 { get; } = new double[columns];

    /// <summary>The lower triangle, row by row.</summary>
    public double[] S2 { get; } = new double[columns * (columns + 1) / 2];

    /// <summary>The place of the product of two columns in <see cref="S2"/>.</summary>
    public static int PlaceOf(int first, int second) =>
        first >= second ? (first * (first + 1) / 2) + second : (second * (second + 1) / 2) + first;

    public void Clear()
    {
        S0 = 0;
        Array.Clear(S1);
        Array.Clear(S2);
    }

    public void Add(double risk, ReadOnlySpan<double> x)
    {
        S0 += risk;
        for (int j = 0, at = 0; j < x.Length; j++)
        {
            double share = risk * x[j];
            S1[j] += share;
            for (int k = 0; k <= j; k++, at++)
            {
                S2[at] += share * x[k];
            }
        }
    }
}
