using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>Orthogonal polynomials over the data: R's <c>poly(x, degree)</c>.</summary>
/// <remarks>By the three-term recurrence (Kennedy and Gentle 1980, 343-344) that R's <c>predict.poly</c> uses too.</remarks>
/// <param name="Alpha">The centre of each step of the recurrence.</param>
/// <param name="Norm2">1, then the squared length of each polynomial, that of degree 0 first.</param>
internal sealed record PolynomialBasis(ImmutableArray<double> Alpha, ImmutableArray<double> Norm2) : TermBasis
{
    [JsonIgnore]
    public override ImmutableArray<string> Suffixes => Numbered(Alpha.Length);

    /// <param name="values">The numbers without those that are missing; more distinct ones than the degree.</param>
    /// <param name="degree">The highest power.</param>
    public static PolynomialBasis Fit(ReadOnlySpan<double> values, int degree)
    {
        double centre = ColumnSummary.Mean(values);
        var alpha = ImmutableArray.CreateBuilder<double>(degree);
        var norm2 = ImmutableArray.CreateBuilder<double>(degree + 2);
        norm2.Add(1);
        var before = new double[values.Length];
        var last = new double[values.Length];
        last.AsSpan().Fill(1);
        for (int step = 0; ; step++)
        {
            double length = 0;
            double moment = 0;
            for (int i = 0; i < last.Length; i++)
            {
                double square = last[i] * last[i];
                length += square;
                moment += (values[i] - centre) * square;
            }

            norm2.Add(length);
            if (step == degree)
            {
                return new PolynomialBasis(alpha.MoveToImmutable(), norm2.MoveToImmutable());
            }

            alpha.Add((moment / length) + centre);
            Next(values, alpha[step], step == 0 ? 0 : norm2[step + 1] / norm2[step], last, before);
            (before, last) = (last, before);
        }
    }

    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        ReadOnlySpan<double> x = values.Span;
        double[][] columns = Empty(Alpha.Length, x.Length);
        var before = new double[x.Length];
        var last = new double[x.Length];
        last.AsSpan().Fill(1);
        for (int step = 0; step < columns.Length; step++)
        {
            Next(x, Alpha[step], step == 0 ? 0 : Norm2[step + 1] / Norm2[step], last, before);
            (before, last) = (last, before);
            double length = Math.Sqrt(Norm2[step + 2]);
            for (int i = 0; i < last.Length; i++)
            {
                columns[step][i] = last[i] / length;
            }
        }

        return InMemory(columns);
    }

    // The polynomial after `last`, written over the one before it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Next(ReadOnlySpan<double> x, double alpha, double ratio, double[] last, double[] before)
    {
        for (int i = 0; i < last.Length; i++)
        {
            before[i] = ((x[i] - alpha) * last[i]) - (ratio * before[i]);
        }
    }
}
