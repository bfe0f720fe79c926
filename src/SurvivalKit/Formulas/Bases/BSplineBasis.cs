using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>B-splines of any degree: R's <c>splines::bs</c>. Beyond the boundary knots the outermost polynomials go on.</summary>
/// <param name="Degree">The degree of the polynomials.</param>
/// <param name="Knots">The inner knots, strictly increasing.</param>
/// <param name="Lower">The lower boundary knot.</param>
/// <param name="Upper">The upper boundary knot.</param>
/// <param name="HasIntercept">Whether the first spline stays, so that the columns span the constant too.</param>
internal sealed record BSplineBasis(
    int Degree, ImmutableArray<double> Knots, double Lower, double Upper, bool HasIntercept) : TermBasis
{
    private readonly BSpline _splines = new(Degree + 1, Lower, Knots.AsSpan(), Upper);

    [JsonIgnore]
    public override ImmutableArray<string> Suffixes => Numbered(_splines.Count - (HasIntercept ? 0 : 1));

    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        ReadOnlySpan<double> x = values.Span;
        int left = HasIntercept ? 0 : 1;
        double[][] columns = Empty(_splines.Count - left, x.Length);
        Span<double> local = stackalloc double[Degree + 1];
        for (int i = 0; i < x.Length; i++)
        {
            // All columns of a missing number are missing.
            foreach (double[] column in columns)
            {
                column[i] = double.IsNaN(x[i]) ? double.NaN : 0;
            }

            if (double.IsNaN(x[i]))
            {
                continue;
            }

            int first = _splines.At(x[i], local);
            for (int spline = 0; spline < local.Length; spline++)
            {
                if (first + spline >= left)
                {
                    columns[first + spline - left][i] = local[spline];
                }
            }
        }

        return InMemory(columns);
    }
}
