using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The partial likelihood of summed rows: that of <see cref="PartialLikelihood"/>, its sums over risk sets added up from sums by
/// time.</summary>
internal sealed class SummedLikelihood(ISummedRows rows, Ties ties)
{
    private readonly int _columns = rows.Names.Length;

    /// <summary>The risks at the coefficients last evaluated.</summary>
    public IEnumerable<ImmutableArray<SummedRisks>> Risks { get; private set; } = [];

    /// <summary>The log-likelihood.</summary>
    public double Value { get; private set; }

    /// <summary>Its gradient.</summary>
    public double[] Score { get; private set; } = [];

    /// <summary>Its negative second derivative; lower triangle.</summary>
    public double[,] Information { get; private set; } = new double[0, 0];

    /// <summary>Evaluates it: one pass over the rows.</summary>
    public void Evaluate(double[] coefficients)
    {
        Risks = rows.At(coefficients);
        double value = rows.Strata.Sum(stratum => stratum.EventOffset);
        foreach (SummedStratum stratum in rows.Strata)
        {
            for (int i = 0; i < stratum.EventSums.Length; i++)
            {
                value += stratum.EventSums[i] * coefficients[i % _columns];
            }
        }

        var score = new double[_columns];
        var information = new double[_columns, _columns];
        SummedWalk.Over(rows.Strata, Risks, _columns, ties, (in SummedEvent time) =>
        {
            value -= time.Factors.LogDenominators;
            time.Add(1, score, information);
        });
        (Value, Score, Information) = (value, score, information);
    }
}
