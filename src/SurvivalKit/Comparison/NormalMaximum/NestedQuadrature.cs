namespace SurvivalKit;

/// <summary>Integrates a <see cref="ConditionedBox"/> as nested one-dimensional integrals, each by the 15-point Gauss-Kronrod rule on
/// intervals halved until it agrees with the 7-point Gauss rule (QUADPACK 1983). For few variables it is far more accurate than a
/// lattice.</summary>
internal sealed class NestedQuadrature
{
    private const int MostHalvings = 16;

    // A density below e^-40 of its greatest value is beyond double precision and is left out.
    private const double NegligibleExponent = 40;

    private readonly ConditionedBox _box;
    private readonly double[] _values;
    private readonly List<double>[] _places;
    private readonly double _mode;
    private double _excess;

    private NestedQuadrature(ConditionedBox box, double bound)
    {
        _box = box;
        _mode = Math.Max(0, bound);
        _values = new double[box.Dimensions + 1];
        _places = [.. Enumerable.Range(0, box.Dimensions).Select(_ => new List<double>())];
    }

    // Half of the symmetric nodes, the outermost first; the last is the centre. Every second one is also a node of Gauss's rule.
    private static ReadOnlySpan<double> Nodes =>
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144691258930, 0.405845151377397166906606412076961, 0.207784955007898467600689403773245, 0,
    ];

    private static ReadOnlySpan<double> Kronrod =>
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014, 0.204432940075298892414161999234649,
        0.209482141084727828012999174891714,
    ];

    private static ReadOnlySpan<double> Gauss =>
        [
            0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975,
            0.417959183673469387755102040816327
        ];

    /// <summary>The integral divided by P(Z_0 > bound), that is, the probability that the other variables lie within their bounds given
    /// that the first exceeds its own.</summary>
    /// <param name="box">The integrand, with one dimension or more.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="accuracy">The absolute error asked of the quotient.</param>
    /// <returns>The quotient, and a bound of its error.</returns>
    public static (double Value, double Error) Integrate(ConditionedBox box, double bound, double accuracy)
    {
        // Densities of the first variable are relative to the density at its bound, which may itself underflow.
        var quadrature = new NestedQuadrature(box, bound);
        double tail = NormalTail.UpperOverKernel(quadrature._mode, bound);
        double value = quadrature.Level(0, accuracy * tail) / tail;
        return (value, accuracy + (quadrature._excess / tail));
    }

    // The integral over the variables from a level on, given those before.
    private double Level(int level, double tolerance)
    {
        (double a, double b) = _box.Bounds(level, _values);
        if (!(a < b))
        {
            return 0;
        }

        if (level == _box.Dimensions)
        {
            return NormalTail.Between(a, b);
        }

        double mode = Math.Clamp(0, a, b);
        double reach = Math.Sqrt((mode * mode) + (2 * NegligibleExponent));
        return Parts(level, Math.Max(a, -reach), Math.Min(b, reach), tolerance);
    }

    // A step much narrower than the interval could fall between all nodes: the interval is cut there beforehand.
    private double Parts(int level, double a, double b, double tolerance)
    {
        List<double> places = _places[level];
        places.Clear();
        _box.AddSteps(level, _values, (b - a) / 4, places);
        if (places.Count == 0)
        {
            return Part(level, a, b, tolerance, MostHalvings);
        }

        places.RemoveAll(place => !(place > a && place < b));
        places.Add(b);
        places.Sort();
        double sum = 0;
        foreach (double place in places)
        {
            sum += Part(level, a, place, tolerance / places.Count, MostHalvings);
            a = place;
        }

        return sum;
    }

    private double Part(int level, double a, double b, double tolerance, int halvings)
    {
        double centre = (a + b) / 2;
        double half = (b - a) / 2;
        double kronrod = 0;
        double gauss = 0;
        for (int i = 0; i < Nodes.Length; i++)
        {
            double sum = Integrand(level, centre + (half * Nodes[i]), half, tolerance);
            sum += i == Nodes.Length - 1 ? 0 : Integrand(level, centre - (half * Nodes[i]), half, tolerance);
            kronrod += half * Kronrod[i] * sum;
            gauss += i % 2 == 1 ? half * Gauss[i / 2] * sum : 0;
        }

        // The rule of 15 points is far better than its difference from that of 7 (QUADPACK's estimate).
        double error = kronrod > 0 ? kronrod * Math.Min(1, Math.Pow(200 * Math.Abs(kronrod - gauss) / kronrod, 1.5)) : 0;
        if (error <= tolerance)
        {
            return kronrod;
        }

        if (halvings == 0 || half < 1e-14 * (1 + Math.Abs(centre)))
        {
            _excess += level == 0 ? error : 0;
            return kronrod;
        }

        return Part(level, a, centre, tolerance / 2, halvings - 1) + Part(level, centre, b, tolerance / 2, halvings - 1);
    }

    private double Integrand(int level, double value, double half, double tolerance)
    {
        double density = level == 0 ? Math.Exp((_mode - value) * (_mode + value) / 2) / Math.Sqrt(2 * Math.PI) : NormalTail.Density(value);
        _values[level] = value;

        // The inner integral may have a larger error where its weight is small, but not so large that it looks like a rough integrand.
        return density * Level(level + 1, tolerance / (400 * half * density));
    }
}
