using System.Numerics;

namespace SurvivalKit.Fuzz;

/// <summary>Whether there is a direction d with A d &lt;= 0 that is not 0 in every row: an exact linear program in fractions, which
/// maximises the
/// sum of -A d within a box. Rows are added as they are broken, each with steps of the dual simplex method (Lemke 1954; Bland's
/// rule).</summary>
internal sealed class ExactProgram
{
    private readonly int _size;
    private readonly List<Rational[]> _rows = []; // A constant, and a coefficient for each variable at its bound; 0 or more.
    private readonly Rational[][] _direction; // The parts of d, in the same variables.
    private readonly Rational[] _objective;

    private ExactProgram(BigInteger[] objective)
    {
        _size = objective.Length;
        _objective = Zeros();
        _direction = new Rational[_size][];
        for (int k = 0; k < _size; k++)
        {
            // d_k = s (1 - u), u from 0 to 2, begins at the better end of its box.
            Rational sign = Rational.Of(objective[k].Sign < 0 ? -1 : 1);
            _direction[k] = Zeros();
            _direction[k][0] = sign;
            _direction[k][k + 1] = -sign;
            Rational weight = Rational.Of(BigInteger.Abs(objective[k]));
            _objective[0] += weight;
            _objective[k + 1] = -weight;
            Rational[] other = Zeros();
            other[0] = Rational.Of(2);
            other[k + 1] = -Rational.One;
            _rows.Add(other);
        }
    }

    /// <summary>Whether there is such a direction.</summary>
    public static bool HasDirection(IReadOnlyList<BigInteger[]> rows)
    {
        if (rows.Count == 0)
        {
            return false;
        }

        int size = rows[0].Length;
        BigInteger SumOf(int k) => rows.Aggregate(BigInteger.Zero, (sum, row) => sum + row[k]);
        var program = new ExactProgram([.. Enumerable.Range(0, size).Select(k => -SumOf(k))]);
        while (program._objective[0].Sign > 0)
        {
            Rational[] direction = [.. program._direction.Select(part => part[0])];
            BigInteger[]? broken = MostBroken(rows, Rational.Whole(direction));
            if (broken is null)
            {
                return true;
            }

            program.Add(broken);
        }

        // 0 is the value at d = 0, and the program's is its bound.
        return false;
    }

    private static BigInteger[]? MostBroken(IReadOnlyList<BigInteger[]> rows, BigInteger[] direction)
    {
        BigInteger[]? worst = null;
        double most = 0;
        foreach (BigInteger[] row in rows)
        {
            BigInteger product = 0;
            double size = 0;
            for (int k = 0; k < direction.Length; k++)
            {
                product += row[k] * direction[k];
                size = Math.Max(size, row[k].IsZero ? 0 : BigInteger.Log(BigInteger.Abs(row[k])));
            }

            if (product.Sign > 0 && (worst is null || BigInteger.Log(product) - size > most))
            {
                worst = row;
                most = BigInteger.Log(product) - size;
            }
        }

        return worst;
    }

    private void Add(BigInteger[] broken)
    {
        Rational[] row = Zeros();
        for (int k = 0; k < _size; k++)
        {
            AddTimes(row, _direction[k], -Rational.Of(broken[k]));
        }

        _rows.Add(row);
        while (_rows.FindIndex(candidate => candidate[0].Sign < 0) is >= 0 and var leaving)
        {
            int entering = 0;
            for (int j = 1; j <= _size; j++)
            {
                if (_rows[leaving][j].Sign > 0 && (entering == 0
                    || (-_objective[j] / _rows[leaving][j]).CompareTo(-_objective[entering] / _rows[leaving][entering]) < 0))
                {
                    entering = j;
                }
            }

            Pivot(leaving, entering);
        }
    }

    // The leaving row becomes the variable at its bound; the entering variable becomes a row.
    private void Pivot(int leaving, int entering)
    {
        Rational[] old = _rows[leaving];
        Rational inverse = Rational.One / old[entering];
        Rational[] solved = [.. old.Select((part, j) => j == entering ? inverse : -part * inverse)];
        foreach (Rational[] row in _rows.Concat(_direction).Append(_objective).Where(row => row != old))
        {
            Rational factor = row[entering];
            row[entering] = Rational.Zero;
            AddTimes(row, solved, factor);
        }

        _rows[leaving] = solved;
    }

    private static void AddTimes(Rational[] row, Rational[] other, Rational factor)
    {
        if (factor.Sign == 0)
        {
            return;
        }

        for (int j = 0; j < row.Length; j++)
        {
            row[j] += factor * other[j];
        }
    }

    private Rational[] Zeros() => [.. Enumerable.Repeat(Rational.Zero, _size + 1)];
}
