namespace SurvivalKit;

/// <summary>The sum of risks of a set of rows, and the mean and the sum of squares about the mean of their covariates weighted by the
/// risks. Rows are added by the update of West (1979), so that neither a large mean nor one row of a large risk costs the others their
/// digits; and risks are relative to e^<see cref="Level"/>, which follows the largest, so that none overflows or is lost.</summary>
internal sealed class RiskMoments(int columns)
{
    // A linear predictor this far above the level becomes the level.
    private const double Rise = 40;

    private readonly double[] _difference = new double[columns];

    /// <summary>The logarithm of the unit of the risks.</summary>
    public double Level { get; private set; } = double.NegativeInfinity;

    /// <summary>The sum of risks.</summary>
    public double Risk { get; private set; }

    public double[] Mean { get; } = new double[columns];

    /// <summary>The sum of risk times the products of differences from the mean: the lower triangle, row by row.</summary>
    public double[] Squares { get; } = new double[columns * (columns + 1) / 2];

    public void Clear()
    {
        Level = double.NegativeInfinity;
        Risk = 0;
        Array.Clear(Mean);
        Array.Clear(Squares);
    }

    /// <summary>Adds a row.</summary>
    public void Add(double predictor, double weight, ReadOnlySpan<double> x)
    {
        if (weight == 0)
        {
            return;
        }

        if (!(predictor - Level <= Rise))
        {
            Raise(predictor);
        }

        double risk = weight * Math.Exp(predictor - Level);
        double sum = Risk + risk;
        double share = sum > 0 ? risk / sum : 0;
        for (int j = 0, at = 0; j < columns; j++)
        {
            _difference[j] = x[j] - Mean[j];
            for (int k = 0; k <= j; k++, at++)
            {
                Squares[at] += Risk * share * _difference[j] * _difference[k];
            }
        }

        Move(share);
        Risk = sum;
    }

    /// <summary>Takes a row away that was added; what is left loses as many digits as it is smaller.</summary>
    public void Remove(double predictor, double weight, ReadOnlySpan<double> x)
    {
        double risk = weight * Math.Exp(predictor - Level);
        double rest = Risk - risk;
        double share = rest > 0 ? risk / rest : 0;
        for (int j = 0; j < columns; j++)
        {
            _difference[j] = x[j] - Mean[j];
        }

        Move(-share);
        for (int j = 0, at = 0; j < columns; j++)
        {
            for (int k = 0; k <= j; k++, at++)
            {
                Squares[at] -= Risk * share * _difference[j] * _difference[k];
            }
        }

        Risk = rest;
    }

    /// <summary>Becomes one set together with a fraction of another.</summary>
    public void SetTo(RiskMoments all, RiskMoments part, double fraction)
    {
        Level = Math.Max(all.Level, part.Level);
        double left = all.Risk == 0 ? 0 : all.Risk * Math.Exp(all.Level - Level);
        double right = part.Risk == 0 ? 0 : fraction * part.Risk * Math.Exp(part.Level - Level);
        double leftUnit = left == 0 ? 0 : left / all.Risk;
        double rightUnit = right == 0 ? 0 : right / part.Risk;
        Risk = left + right;
        double share = right / Risk;
        for (int j = 0, at = 0; j < columns; j++)
        {
            _difference[j] = part.Mean[j] - all.Mean[j];
            Mean[j] = all.Mean[j] + (share * _difference[j]);
            for (int k = 0; k <= j; k++, at++)
            {
                Squares[at] = (leftUnit * all.Squares[at]) + (rightUnit * part.Squares[at])
                    + (left * share * _difference[j] * _difference[k]);
            }
        }
    }

    private void Move(double share)
    {
        for (int j = 0; j < columns; j++)
        {
            Mean[j] += share * _difference[j];
        }
    }

    private void Raise(double level)
    {
        double factor = Risk == 0 ? 0 : Math.Exp(Level - level);
        Risk *= factor;
        for (int at = 0; at < Squares.Length; at++)
        {
            Squares[at] *= factor;
        }

        Level = level;
    }
}
