namespace SurvivalKit;

/// <summary>An event time and its risk set, in sums.</summary>
/// <param name="stratum">The place of the stratum.</param>
/// <param name="place">The place among <see cref="SummedStratum.Time"/>.</param>
/// <param name="index">The place among all event times: stratum after stratum, the last time of each first.</param>
/// <param name="factors">The factors of the likelihood there.</param>
/// <param name="weight">The weight of the events.</param>
/// <param name="rows">Their number.</param>
/// <param name="atRisk">The sums over the risk set, as in <see cref="SummedRisks"/>.</param>
/// <param name="tied">The same over the events.</param>
/// <param name="sums">The sums of weight times column over the events.</param>
internal readonly ref struct SummedEvent(
    int stratum, int place, int index, TiedFactors factors, double weight, double rows,
    ReadOnlySpan<double> atRisk, ReadOnlySpan<double> tied,
    ReadOnlySpan<double> sums)
{
    private readonly ReadOnlySpan<double> _atRisk = atRisk;
    private readonly ReadOnlySpan<double> _tied = tied;
    private readonly ReadOnlySpan<double> _sums = sums;

    public int Stratum { get; } = stratum;

    public int Place { get; } = place;

    public int Index { get; } = index;

    public TiedFactors Factors { get; } = factors;

    public double Weight { get; } = weight;

    public double Rows { get; } = rows;

    /// <summary>Adds a multiple of the score and of the information (lower triangle) of this time.</summary>
    public void Add(double multiple, double[] score, double[,] information)
    {
        int p = score.Length;
        ReadOnlySpan<double> first = _atRisk.Slice(1, p);
        ReadOnlySpan<double> tied = _tied.Slice(1, p);
        for (int j = 0; j < p; j++)
        {
            score[j] += multiple * (_sums[j] - (Factors.Hazard * first[j]) + (Factors.HazardOfTied * tied[j]));
            for (int k = 0; k <= j; k++)
            {
                int square = SummedRisks.Square(p, j, k);
                information[j, k] += multiple * ((Factors.Hazard * _atRisk[square]) - (Factors.HazardOfTied * _tied[square])
                    - (Factors.Square * first[j] * first[k])
                    + (Factors.SquareOnce * ((first[j] * tied[k]) + (tied[j] * first[k])))
                    - (Factors.SquareTwice * tied[j] * tied[k]));
            }
        }
    }

    /// <summary>The sum of risk times column over the risk set.</summary>
    public double AtRisk(int column) => _atRisk[1 + column];

    /// <summary>The sum of risk times column over the events.</summary>
    public double Tied(int column) => _tied[1 + column];

    /// <summary>The increment of the mean covariate integrated against the hazard, for a column.</summary>
    public double HazardMean(int column) => (Factors.Square * _atRisk[1 + column]) - (Factors.SquareOnce * _tied[1 + column]);
}
