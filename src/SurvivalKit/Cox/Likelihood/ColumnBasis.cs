namespace SurvivalKit;

/// <summary>Columns in which a Cox likelihood is well conditioned, made of those of its data: each less what it shares with the columns
/// before it in the risk sets, and none for a column that is dependent there.</summary>
/// <remarks>Gram-Schmidt in the metric of the information at coefficients of 0, repeated until the columns are independent to the eye of
/// a Cholesky factor ("twice is enough", Giraud et al. 2005). Whether what is left of a column is anything is decided by its largest range
/// over a risk set against the rounding of its values: x of 1e6 +- 1 and its square are independent, x and 2 x + 1 are not.</remarks>
internal sealed class ColumnBasis
{
    // Columns whose pivot is a smaller part of their diagonal element are made again.
    private const double Conditioned = 1e-8;
    private const int MostPasses = 8;

    private readonly double[,] _mix;
    private readonly int[] _kept;

    private ColumnBasis(double[,] mix, int[] kept)
    {
        _mix = mix;
        _kept = kept;
    }

    /// <summary>The columns that are independent of those before them.</summary>
    public ReadOnlySpan<int> Independent => _kept;

    /// <summary>Makes the basis.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="isExact">Whether ties are treated exactly.</param>
    /// <param name="information">The information at coefficients of 0, lower triangle.</param>
    /// <param name="informationOf">The same of other data.</param>
    /// <returns>The basis; <see langword="null"/> where the columns can stay as they are.</returns>
    public static ColumnBasis? Make(
        CoxData data, bool isExact, double[,] information, Func<CoxData, double[,]> informationOf)
    {
        if (IsConditioned(data, information))
        {
            return null;
        }

        int p = data.Columns;
        double[] noise = data.Noise;
        var mix = new double[p, p];
        for (int j = 0; j < p; j++)
        {
            mix[j, j] = 1;
        }

        var dependent = new bool[p];
        var made = new int[p];
        var riskSets = new RiskSetExtremes(data);
        for (int pass = 0; pass < MostPasses; pass++)
        {
            int[] columns = [.. Enumerable.Range(0, p).Where(column => !dependent[column])];
            double[,] current = pass == 0 ? information : informationOf(data.Combined(Select(mix, columns)));
            int[] changed = Reduce(mix, columns, current, pass == 0 ? SmallestInformation(data) : 0, made);
            foreach (int column in changed)
            {
                made[column]++;
                double range = riskSets.LargestRange(RecessionDirection.Values(data, ColumnOf(mix, column)), isExact);
                double rounding = 0;
                for (int k = 0; k <= column; k++)
                {
                    rounding += Math.Abs(mix[k, column]) * noise[k];
                }

                dependent[column] = !(range > rounding);
                for (int k = 0; k <= column && !dependent[column]; k++)
                {
                    mix[k, column] /= range;
                }
            }

            if (changed.Length == 0)
            {
                break;
            }
        }

        return new ColumnBasis(mix, [.. Enumerable.Range(0, p).Where(column => !dependent[column])]);
    }

    /// <summary>Whether an independent column is made of several.</summary>
    public bool IsMixed => Array.Exists(_kept, column => Relation(column).Count() > 1);

    /// <summary>The columns of the basis, from those of the data.</summary>
    public CoxData Of(CoxData data) => data.Combined(Select(_mix, _kept));

    /// <summary>The coefficients of the data's columns, from those of the basis; 0 for dependent columns.</summary>
    public double[] Coefficients(double[] ofBasis)
    {
        var coefficients = new double[_mix.GetLength(0)];
        for (int j = 0; j < coefficients.Length; j++)
        {
            for (int k = 0; k < _kept.Length; k++)
            {
                coefficients[j] += _mix[j, _kept[k]] * ofBasis[k];
            }
        }

        return coefficients;
    }

    /// <summary>The covariance of the coefficients of the data's columns, from that of the basis.</summary>
    public double[,] Covariance(double[,] ofBasis)
    {
        int p = _mix.GetLength(0);
        int q = _kept.Length;
        var covariance = new double[p, p];
        for (int j = 0; j < p; j++)
        {
            var half = new double[q];
            for (int k = 0; k < q; k++)
            {
                for (int l = 0; l < q; l++)
                {
                    half[k] += ofBasis[k, l] * _mix[j, _kept[l]];
                }
            }

            for (int i = 0; i < p; i++)
            {
                for (int k = 0; k < q; k++)
                {
                    covariance[i, j] += _mix[i, _kept[k]] * half[k];
                }
            }
        }

        return covariance;
    }

    /// <summary>The columns that one of the basis, or a dependent one, is made of, itself among them.</summary>
    public IEnumerable<int> Relation(int column)
    {
        double largest = Enumerable.Range(0, column + 1).Max(part => Math.Abs(_mix[part, column]));
        return Enumerable.Range(0, column + 1).Where(part => part == column || Math.Abs(_mix[part, column]) > 1e-7 * largest);
    }

    private static bool IsConditioned(CoxData data, double[,] information)
    {
        bool isLarge = true;
        for (int j = 0; j < data.Columns; j++)
        {
            isLarge &= information[j, j] > SmallestInformation(data);
        }

        return isLarge && GeneralizedCholesky.Factorize(information).SmallestPivot > Conditioned;
    }

    // Information that may be rounding error.
    private static double SmallestInformation(CoxData data) => 1e-11 * data.EventCount * data.EventWeight;

    // Takes from each column that is nearly a combination of those before it this combination, from what was left of it once more; returns
    // these columns.
    private static int[] Reduce(double[,] mix, int[] columns, double[,] information, double smallest, int[] made)
    {
        var sound = new List<int>();
        var changed = new List<int>();
        for (int at = 0; at < columns.Length; at++)
        {
            double[] shares = Shares(information, sound, at, out double pivot);
            if (pivot > Conditioned * information[at, at] && information[at, at] > smallest && made[columns[at]] != 1)
            {
                sound.Add(at);
                continue;
            }

            changed.Add(columns[at]);
            for (int k = 0; k < sound.Count; k++)
            {
                for (int j = 0; j < mix.GetLength(0); j++)
                {
                    mix[j, columns[at]] -= shares[k] * mix[j, columns[sound[k]]];
                }
            }
        }

        return [.. changed];
    }

    // The regression of a column on some before it, and what is left of its diagonal element.
    private static double[] Shares(double[,] information, List<int> sound, int at, out double pivot)
    {
        var matrix = new double[sound.Count, sound.Count];
        var right = new double[sound.Count];
        for (int j = 0; j < sound.Count; j++)
        {
            right[j] = information[at, sound[j]];
            for (int k = 0; k <= j; k++)
            {
                matrix[j, k] = information[sound[j], sound[k]];
            }
        }

        double[] shares = GeneralizedCholesky.Factorize(matrix).Solve(right);
        pivot = information[at, at];
        for (int j = 0; j < shares.Length; j++)
        {
            pivot -= shares[j] * right[j];
        }

        return shares;
    }

    private static double[] ColumnOf(double[,] mix, int column) =>
        [.. Enumerable.Range(0, mix.GetLength(0)).Select(row => mix[row, column])];

    private static double[,] Select(double[,] mix, int[] columns)
    {
        var selected = new double[mix.GetLength(0), columns.Length];
        for (int j = 0; j < selected.GetLength(0); j++)
        {
            for (int k = 0; k < columns.Length; k++)
            {
                selected[j, k] = mix[j, columns[k]];
            }
        }

        return selected;
    }
}
