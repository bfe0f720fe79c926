namespace SurvivalKit;

/// <summary>The error of a generalised gamma distribution of shape Q (Prentice 1974; flexsurv's <c>dgengamma</c>): with a = Q^-2 the log
/// density is -log(2 pi) / 2 - R(a) - (e^(Qz) - 1 - Qz) / Q^2, R the remainder of Stirling's formula; Q = 0 is the normal distribution, Q =
/// 1 the extreme value.</summary>
internal readonly struct GeneralizedGammaError : IShapedError
{
    private const double LogRootOfTwoPi = 0.91893853320467274178;

    // Nearer to 0 the closed forms lose digits.
    private const double Near = 0.6;

    private const int Terms = 15;

    // (e^w - 1 - w) / w^2 and (e^w - 1) / w, and their derivatives.
    private static readonly double[] Curve = Coefficients(2, 0);
    private static readonly double[] CurveOnce = Coefficients(2, 1);
    private static readonly double[] CurveTwice = Coefficients(2, 2);
    private static readonly double[] Slope = Coefficients(1, 0);
    private static readonly double[] SlopeOnce = Coefficients(1, 1);

    private readonly double _q;
    private readonly double _constant;
    private readonly double _first;
    private readonly double _second;

    public GeneralizedGammaError(double q)
    {
        _q = q;
        (double value, double first, double second) = StirlingRemainder.At(q * q);
        _constant = -LogRootOfTwoPi - value;
        _first = -2 * q * first;
        _second = -(4 * q * q * second) - (2 * first);
    }

    public int Shapes => 1;

    public double Rate => Math.Abs(_q);

    public double LogDensity(double z)
    {
        double w = _q * z;
        return _constant - (z * z * (Math.Abs(w) < Near ? Series(w, Curve) : (Math.Exp(w) - 1 - w) / (w * w)));
    }

    public double LogDensity(double z, Span<double> first, Span<double> second)
    {
        double w = _q * z;
        double e = Math.Exp(w);
        double square = z * z;
        (double zero, double one, double two, double slope, double slopeOnce) = Math.Abs(w) < Near
            ? (Series(w, Curve), Series(w, CurveOnce), Series(w, CurveTwice), Series(w, Slope), Series(w, SlopeOnce))
            : ((e - 1 - w) / (w * w),
                ((e * (w - 2)) + w + 2) / (w * w * w),
                ((e * ((w * w) - (4 * w) + 6)) - (2 * w) - 6) / (w * w * w * w),
                (e - 1) / w,
                ((e * (w - 1)) + 1) / (w * w));
        first[0] = -z * slope;
        first[1] = _first - (square * z * one);
        second[0] = -e;
        second[1] = -square * slopeOnce;
        second[2] = _second - (square * square * two);
        return _constant - (square * zero);
    }

    // The coefficients of the sum over n of w^n / (n + offset)!, or of its first or second derivative.
    private static double[] Coefficients(int offset, int derivative)
    {
        double[] coefficients = new double[Terms];
        for (int n = 0; n < Terms; n++)
        {
            double value = 1;
            for (int k = 2; k <= n + derivative + offset; k++)
            {
                value /= k;
            }

            for (int k = 1; k <= derivative; k++)
            {
                value *= n + k;
            }

            coefficients[n] = value;
        }

        return coefficients;
    }

    private static double Series(double w, double[] coefficients)
    {
        double sum = coefficients[^1];
        for (int n = Terms - 2; n >= 0; n--)
        {
            sum = (sum * w) + coefficients[n];
        }

        return sum;
    }
}
