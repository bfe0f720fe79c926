using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MathNet.Numerics.LinearAlgebra;

namespace SurvivalKit;

/// <summary>Natural cubic splines of which each is 1 at one knot and 0 at the others: R's <c>survival::nsk</c>. A coefficient is then the
/// difference between a knot and the first.</summary>
/// <param name="Knots">The inner knots, strictly increasing.</param>
/// <param name="Lower">The lower boundary knot.</param>
/// <param name="Upper">The upper boundary knot.</param>
/// <param name="HasIntercept">Whether the spline of the first knot stays.</param>
internal sealed record CardinalSplineBasis(
    ImmutableArray<double> Knots, double Lower, double Upper, bool HasIntercept) : TermBasis
{
    private readonly NaturalSplineBasis _natural = new(Knots, Lower, Upper);

    // The natural splines of the columns: the inverse of their values (with the constant) at the knots.
    private readonly double[,] _weights = Weights(new NaturalSplineBasis(Knots, Lower, Upper), [Lower, .. Knots, Upper]);

    [JsonIgnore]
    public override ImmutableArray<string> Suffixes => Numbered(Knots.Length + (HasIntercept ? 2 : 1));

    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        ImmutableArray<ReadOnlyMemory<double>> natural = _natural.Columns(values);
        int left = HasIntercept ? 0 : 1;
        double[][] columns = Empty(natural.Length + 1 - left, values.Length);
        for (int c = 0; c < columns.Length; c++)
        {
            double[] column = columns[c];
            column.AsSpan().Fill(_weights[0, c + left]);
            for (int k = 0; k < natural.Length; k++)
            {
                ReadOnlySpan<double> spline = natural[k].Span;
                double weight = _weights[k + 1, c + left];
                for (int i = 0; i < column.Length; i++)
                {
                    column[i] += weight * spline[i];
                }
            }
        }

        return InMemory(columns);
    }

    private static double[,] Weights(NaturalSplineBasis natural, double[] knots)
    {
        ImmutableArray<ReadOnlyMemory<double>> columns = natural.Columns(knots);
        return Matrix<double>.Build.Dense(knots.Length, knots.Length, (row, column) => column == 0 ? 1 : columns[column - 1].Span[row])
            .Inverse().ToArray();
    }
}
