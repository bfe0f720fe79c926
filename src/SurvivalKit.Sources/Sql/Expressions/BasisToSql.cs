using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The columns of a spline or polynomial in SQL: between two knots each is a polynomial, whose coefficients follow from its values
/// at as many places as it has coefficients.</summary>
internal static class BasisToSql
{
    /// <summary>The columns of a basis.</summary>
    /// <param name="basis">The basis.</param>
    /// <param name="x">Its number.</param>
    /// <param name="literal">Writes a number.</param>
    public static ImmutableArray<SqlText> Columns(TermBasis basis, SqlText x, Func<double, SqlText> literal) => basis switch
    {
        RawPolynomialBasis raw => [.. Enumerable.Range(1, raw.Degree).Select(power => SqlText.Join(" * ", Enumerable.Repeat(x, power)))],
        PolynomialBasis polynomial => Orthogonal(polynomial, x, literal),
        NaturalSplineBasis natural => Pieces(natural, [natural.Lower, .. natural.Knots, natural.Upper], 3, x, literal),
        CardinalSplineBasis cardinal => Pieces(cardinal, [cardinal.Lower, .. cardinal.Knots, cardinal.Upper], 3, x, literal),
        RestrictedCubicSplineBasis restricted => Pieces(restricted, restricted.Knots, 3, x, literal),
        BSplineBasis spline => Pieces(spline, [spline.Lower, .. spline.Knots, spline.Upper], spline.Degree, x, literal),
        _ => throw new SurvivalDataException(
            $"A {basis.GetType().Name} cannot be computed in the database; ns(), bs() or poly() was expected."),
    };

    // By the recurrence that the basis itself uses.
    private static ImmutableArray<SqlText> Orthogonal(PolynomialBasis basis, SqlText x, Func<double, SqlText> literal)
    {
        var columns = ImmutableArray.CreateBuilder<SqlText>();
        SqlText before = literal(0);
        SqlText last = literal(1);
        for (int step = 0; step < basis.Alpha.Length; step++)
        {
            double ratio = step == 0 ? 0 : basis.Norm2[step + 1] / basis.Norm2[step];
            (before, last) = (last, SqlText.Of($"(({x} - {literal(basis.Alpha[step])}) * {last} - {literal(ratio)} * {before})"));
            columns.Add(SqlText.Of($"({last} / {literal(Math.Sqrt(basis.Norm2[step + 2]))})"));
        }

        return columns.ToImmutable();
    }

    private static ImmutableArray<SqlText> Pieces(
        TermBasis basis, IReadOnlyList<double> knots, int degree, SqlText x, Func<double, SqlText> literal)
    {
        double span = knots[^1] - knots[0];
        (double From, double To)[] pieces =
        [
            (knots[0] - span, knots[0]),
            .. Enumerable.Range(1, knots.Count - 1).Select(i => (knots[i - 1], knots[i])),
            (knots[^1], knots[^1] + span),
        ];
        double[][][] coefficients = Array.ConvertAll(pieces, piece => Coefficients(basis, piece.From, piece.To, degree));
        return [.. Enumerable.Range(0, coefficients[0].Length).Select(column =>
        {
            IEnumerable<SqlText> cases = pieces.Select((piece, i) =>
            {
                var share = SqlText.Of($"(({x} - {literal(piece.From)}) / {literal(piece.To - piece.From)})");
                SqlText value = Horner(coefficients[i][column], share, literal);
                return i == pieces.Length - 1 ? SqlText.Of($"WHEN {x} IS NOT NULL THEN {value}")
                    : SqlText.Of($"WHEN {x} <= {literal(piece.To)} THEN {value}");
            });
            return SqlText.Of($"(CASE {SqlText.Join(" ", cases)} END)");
        })];
    }

    private static SqlText Horner(double[] coefficients, SqlText share, Func<double, SqlText> literal)
    {
        SqlText value = literal(coefficients[^1]);
        for (int power = coefficients.Length - 2; power >= 0; power--)
        {
            value = SqlText.Of($"({value} * {share} + {literal(coefficients[power])})");
        }

        return value;
    }

    // For each column its coefficients by powers of the place in the piece, from 0 to 1: Newton's divided differences, expanded.
    private static double[][] Coefficients(TermBasis basis, double from, double to, int degree)
    {
        // Inside the piece, where no rule for the ends of the range matters.
        double[] places = [.. Enumerable.Range(0, degree + 1).Select(i => (i + 0.5) / (degree + 1))];
        ImmutableArray<ReadOnlyMemory<double>> columns = basis.Columns(Array.ConvertAll(places, place => from + (place * (to - from))));
        return [.. columns.Select(column => Expanded(column.ToArray(), places))];
    }

    private static double[] Expanded(double[] values, double[] places)
    {
        int count = places.Length;
        for (int order = 1; order < count; order++)
        {
            for (int i = count - 1; i >= order; i--)
            {
                values[i] = (values[i] - values[i - 1]) / (places[i] - places[i - order]);
            }
        }

        var coefficients = new double[count];
        for (int i = count - 1; i >= 0; i--)
        {
            for (int power = count - 1; power > 0; power--)
            {
                coefficients[power] = coefficients[power - 1] - (places[i] * coefficients[power]);
            }

            coefficients[0] = values[i] - (places[i] * coefficients[0]);
        }

        return coefficients;
    }
}
