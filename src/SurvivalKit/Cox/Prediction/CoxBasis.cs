using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The state of a fit that predictions need, without its data: this is what is saved and loaded.</summary>
internal sealed class CoxBasis
{
    private readonly Lazy<double[][]> _hazardMeans;

    public CoxBasis(
        double[] coefficients,
        double[,] covariance,
        double[] scale,
        double[] means,
        double offsetMean,
        double weightedOffsetMean,
        ImmutableArray<CoxStratum> strata,
        Lazy<double[][]> hazardMeans)
    {
        Coefficients = Array.ConvertAll(coefficients, value => double.IsNaN(value) ? 0 : value);
        Covariance = covariance;
        Scale = scale;
        Means = means;
        OffsetMean = offsetMean;
        WeightedOffsetMean = weightedOffsetMean;
        Strata = strata;
        _hazardMeans = hazardMeans;
    }

    private CoxBasis(CoxBasis other)
        : this(
            other.Coefficients, other.Covariance, other.Scale, other.Means, other.OffsetMean, other.WeightedOffsetMean, other.Strata,
            other._hazardMeans)
    {
    }

    /// <summary>The coefficients; 0 where one is not estimable, as R predicts.</summary>
    public double[] Coefficients { get; }

    /// <summary>Their covariance.</summary>
    public double[,] Covariance { get; }

    /// <summary>The divisor of each column.</summary>
    public double[] Scale { get; }

    /// <summary>R's <c>means</c>: 0 for a column of -1, 0 and 1 only, and the mean for the others: weighted, but unweighted for (start,
    /// stop].</summary>
    public double[] Means { get; }

    /// <summary>The unweighted mean of the offsets, which <c>predict</c> subtracts.</summary>
    public double OffsetMean { get; }

    /// <summary>Their weighted mean, which <c>survfit</c> uses for a curve without new data.</summary>
    public double WeightedOffsetMean { get; }

    public ImmutableArray<CoxStratum> Strata { get; }

    /// <summary>How to predict in the limit of a likelihood without a maximum; <see langword="null"/> where it has one.</summary>
    public CoxLimitBasis? Limit { get; init; }

    /// <summary>The strata's names, for messages.</summary>
    public string StrataText => string.Join("; ", Strata.Select(stratum => stratum.Name.Length == 0 ? "one without a name" : stratum.Name));

    /// <summary><see cref="SurvivalKit.HazardMeans"/>: computed on first use, since its size is event times times columns.</summary>
    public double[][] HazardMeans => _hazardMeans.Value;

    /// <summary>The place of a stratum by its name; -1 where there is none.</summary>
    public int PlaceOf(string stratum)
    {
        for (int place = 0; place < Strata.Length; place++)
        {
            if (Strata[place].Name == stratum)
            {
                return place;
            }
        }

        return -1;
    }

    public static CoxBasis Compute(CoxState state, double[,] covariance) => state.Limit is null
        ? ComputeIn(state, covariance)
        : new CoxBasis(ComputeIn(state.Given, covariance)) { Limit = CoxLimitBasis.Compute(state, covariance, ComputeIn) };

    private static CoxBasis ComputeIn(CoxState state, double[,] covariance)
    {
        CoxData data = state.Data;
        int count = data.StratumStarts.Length - 1;
        var means = new double[data.Columns];
        var meansOfStrata = new double[count][];
        for (int s = 0; s < count; s++)
        {
            meansOfStrata[s] = new double[data.Columns];
        }

        RowBlocks.ForEach(data.Columns, data.Rows, column => means[column] = MeansOf(state, column, meansOfStrata));
        CoxStratum[] made = new CoxStratum[count];
        for (int s = 0; s < count; s++)
        {
            made[s] = CoxStratum.Compute(state, s, state.Source.NameOf(data, s), OriginOf(data, s), meansOfStrata[s]);
        }

        (double plain, double weighted) = OffsetMeans(data);
        return new CoxBasis(
            state.Coefficients, covariance, data.Scale, means, plain, weighted, [.. made], new Lazy<double[][]>(
                () => SurvivalKit.HazardMeans.Compute(state)));
    }

    // An observation that the likelihood uses; where there is none the stratum has no hazard either.
    private static int OriginOf(CoxData data, int stratum)
    {
        for (int row = data.StratumStarts[stratum]; row < data.StratumStarts[stratum + 1]; row++)
        {
            if (data.Weight[row] > 0)
            {
                return row;
            }
        }

        return data.StratumStarts[stratum];
    }

    // Differences from a value of the column avoid cancellation under a large mean. Rows of weight 0 are in no mean.
    private static double MeansOf(CoxState state, int column, double[][] meansOfStrata)
    {
        CoxData data = state.Data;
        ReadOnlySpan<double> x = state.Design.Column(column);
        double origin = x[data.Order[0]];
        bool isIndicator = true;
        double plain = 0;
        int rows = 0;
        double sum = 0;
        double weights = 0;
        for (int s = 0; s < meansOfStrata.Length; s++)
        {
            double sumOfStratum = 0;
            double weightsOfStratum = 0;
            for (int row = data.StratumStarts[s]; row < data.StratumStarts[s + 1]; row++)
            {
                if (data.CaseWeight[row] == 0)
                {
                    continue;
                }

                double value = x[data.Order[row]];
                isIndicator &= value is 0 or 1 or -1;
                rows++;
                plain += value - origin;
                sumOfStratum += data.CaseWeight[row] * (value - origin);
                weightsOfStratum += data.CaseWeight[row];
            }

            meansOfStrata[s][column] = weightsOfStratum > 0 ? origin + (sumOfStratum / weightsOfStratum) : origin;
            sum += sumOfStratum;
            weights += weightsOfStratum;
        }

        // R uses weighted means for right-censored data only.
        return isIndicator ? 0 : origin + (data.Start.Length > 0 ? plain / rows : sum / weights);
    }

    private static (double Plain, double Weighted) OffsetMeans(CoxData data)
    {
        double plain = 0;
        int rows = 0;
        double weighted = 0;
        double weights = 0;
        for (int row = 0; row < data.Offset.Length; row++)
        {
            if (data.CaseWeight[row] == 0)
            {
                continue;
            }

            rows++;
            plain += data.Offset[row];
            weighted += data.CaseWeight[row] * data.Offset[row];
            weights += data.CaseWeight[row];
        }

        return data.Offset.Length == 0 ? (0, 0) : (plain / rows, weighted / weights);
    }
}
