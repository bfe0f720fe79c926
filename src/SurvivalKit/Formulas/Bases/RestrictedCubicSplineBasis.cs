using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>Restricted cubic splines in the truncated-power form (Harrell, Regression Modeling Strategies, 2.4.5):
/// <c>rcs</c> of R's rms.</summary>
/// <remarks>The first column is the number itself; the others are divided by the squared distance of the outer knots, the norm 2 of
/// <c>rcspline.eval</c>.</remarks>
/// <param name="Name">The first column that stands in the term; the columns add it, and then primes, to the term's name, as under R's
/// coxph: <c>rcs(age, 4)age'</c>.</param>
/// <param name="Knots">The knots, strictly increasing, three or more.</param>
internal sealed record RestrictedCubicSplineBasis(string Name, ImmutableArray<double> Knots) : TermBasis
{
    [JsonIgnore]
    public override ImmutableArray<string> Suffixes =>
        [.. Enumerable.Range(0, Knots.Length - 1).Select(primes => Name + new string('\'', primes))];

    public override ImmutableArray<ReadOnlyMemory<double>> Columns(ReadOnlyMemory<double> values)
    {
        var columns = ImmutableArray.CreateBuilder<ReadOnlyMemory<double>>(Knots.Length - 1);
        columns.Add(values);
        for (int knot = 0; knot + 2 < Knots.Length; knot++)
        {
            columns.Add(Column(values.Span, Knots[knot]));
        }

        return columns.MoveToImmutable();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] Column(ReadOnlySpan<double> x, double knot)
    {
        double last = Knots[^1];
        double next = Knots[^2];
        double unit = Math.Pow(last - Knots[0], 2.0 / 3);
        double rise = (next - knot) / (last - next);
        double fall = (last - knot) / (last - next);
        double[] column = GC.AllocateUninitializedArray<double>(x.Length);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = Cube((x[i] - knot) / unit) + (rise * Cube((x[i] - last) / unit)) - (fall * Cube((x[i] - next) / unit));
        }

        return column;
    }

    private static double Cube(double distance) => distance <= 0 ? 0 : distance * distance * distance;
}
