using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Benchmarks;

/// <summary>Right-censored times and ten covariates, written straight into the frame's columns so that making them
/// needs no further memory.</summary>
internal static class GrowthData
{
    public const int Covariates = 10;

    /// <summary>The bytes of the columns that the fit uses, 8 a number.</summary>
    public static long Bytes(int rows) => (Covariates + 2L) * sizeof(double) * rows;

    /// <summary>The model.</summary>
    public static string Formula { get; } = "Surv(time, status) ~ " + CovariateModel.Sum(Covariates);

    /// <summary>Makes the data.</summary>
    public static DataFrame Make(int rows)
    {
        var random = new RandomStream(10);
        DoubleDataFrameColumn time = new("time", rows), status = new("status", rows);
        ImmutableArray<DoubleDataFrameColumn> covariates = [.. Enumerable.Range(0, Covariates)
            .Select(j => new DoubleDataFrameColumn(CovariateModel.Name(j), rows))];
        for (long i = 0; i < rows; i++)
        {
            double risk = 0;
            for (int j = 0; j < Covariates; j++)
            {
                double value = CovariateModel.Draw(j, random);
                risk += CovariateModel.Effect(j) * value;
                covariates[j][i] = value;
            }

            double failure = 4 * random.Exponential() * Math.Exp(-risk);
            double censoring = 10 * random.Uniform();
            time[i] = Math.Min(failure, censoring);
            status[i] = failure <= censoring ? 1 : 0;
        }

        return new DataFrame([time, status, .. covariates]);
    }
}
