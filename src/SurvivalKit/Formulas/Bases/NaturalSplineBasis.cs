using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>Natural cubic splines: R's <c>splines::ns</c>, linear beyond the boundary knots.</summary>
/// <remarks>
/// Cubic B-splines without the first, projected on those whose second derivative is 0 at both boundaries: the columns of Q after the
/// second, where Q R is the Householder decomposition of the two second derivatives, as LINPACK's <c>dqrdc2</c> makes it.
/// </remarks>
/// <param name="Knots">The inner knots, strictly increasing.</param>
/// <param name="Lower">The lower boundary knot.</param>
/// <param name="Upper">The upper boundary knot.</param>
/// <param name="HasIntercept">Whether the first B-spline stays, so that the columns span the constant too.</param>
internal sealed record NaturalSplineBasis(
    ImmutableArray<double> Knots,
    double Lower,
    double Upper,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HasIntercept = false) : TermBasis
{
    private readonly BSpline _splines = BSpline.Cubic(Lower, Knots.AsSpan(), Upper);

    // A row for each B-spline (0 for the first, where it is left out), a column for each column of the basis.
    private readonly double[][] _projection =
        Projection(BSpline.Cubic(Lower, Knots.AsSpan(), Upper), Lower, Upper, HasIntercept ? 0 : 1);

    [JsonIgnore]
    public override ImmutableArray<string> Suffixes => Numbered(Count);

    private int Count => Knots.Length + (HasIntercept ? 2 : 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        ReadOnlySpan<double> x = values.Span;
        double[][] columns = Empty(Count, x.Length);
        (double[] Level, double[] Slope) below = LineAt(Lower);
        (double[] Level, double[] Slope) above = LineAt(Upper);
        Span<double> local = stackalloc double[4];
        for (int i = 0; i < x.Length; i++)
        {
            double value = x[i];
            if (value >= Lower && value <= Upper)
            {
                int first = _splines.At(value, local);
                for (int c = 0; c < columns.Length; c++)
                {
                    columns[c][i] = (local[0] * _projection[first][c]) + (local[1] * _projection[first + 1][c])
                        + (local[2] * _projection[first + 2][c]) + (local[3] * _projection[first + 3][c]);
                }
            }
            else
            {
                // NaN (missing) takes this branch too, and stays NaN.
                (double[] level, double[] slope) = value < Lower ? below : above;
                double distance = value - (value < Lower ? Lower : Upper);
                for (int c = 0; c < columns.Length; c++)
                {
                    columns[c][i] = level[c] + (distance * slope[c]);
                }
            }
        }

        return InMemory(columns);
    }

    private (double[] Level, double[] Slope) LineAt(double boundary) =>
        (Projected(_splines.Derivatives(boundary, 0)), Projected(_splines.Derivatives(boundary, 1)));

    private double[] Projected(double[] splines)
    {
        var projected = new double[Count];
        for (int c = 0; c < projected.Length; c++)
        {
            for (int i = 0; i < splines.Length; i++)
            {
                projected[c] += splines[i] * _projection[i][c];
            }
        }

        return projected;
    }

    private static double[][] Projection(BSpline splines, double lower, double upper, int from)
    {
        double[] first = splines.Derivatives(lower, 2)[from..];
        double[] second = splines.Derivatives(upper, 2)[from..];
        Householder(first, 0);
        Reflect(first, 0, second);
        Householder(second, 1);
        var rows = new double[splines.Count][];
        rows[0] = new double[splines.Count - 2 - from];
        for (int i = from; i < rows.Length; i++)
        {
            var unit = new double[splines.Count - from];
            unit[i - from] = 1;
            Reflect(first, 0, unit);
            Reflect(second, 1, unit);
            rows[i] = unit[2..];
        }

        return rows;
    }

    // Replaces a column, from an index on, by its Householder vector.
    private static void Householder(double[] column, int from)
    {
        double norm = 0;
        for (int i = from; i < column.Length; i++)
        {
            norm += column[i] * column[i];
        }

        norm = Math.CopySign(Math.Sqrt(norm), column[from]);
        for (int i = from; i < column.Length; i++)
        {
            column[i] /= norm;
        }

        column[from] += 1;
    }

    private static void Reflect(double[] vector, int from, double[] target)
    {
        double product = 0;
        for (int i = from; i < target.Length; i++)
        {
            product += vector[i] * target[i];
        }

        for (int i = from; i < target.Length; i++)
        {
            target[i] -= product / vector[from] * vector[i];
        }
    }
}
