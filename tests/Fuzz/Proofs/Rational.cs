using System.Numerics;

namespace SurvivalKit.Fuzz;

/// <summary>A fraction, exact.</summary>
internal readonly record struct Rational : IComparable<Rational>
{
    private readonly BigInteger _numerator;
    private readonly BigInteger _denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        _numerator = numerator / divisor * denominator.Sign;
        _denominator = BigInteger.Abs(denominator) / divisor;
    }

    /// <summary>Nothing.</summary>
    public static Rational Zero { get; } = new(0, 1);

    /// <summary>One.</summary>
    public static Rational One { get; } = new(1, 1);

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => _numerator.Sign;

    /// <summary>A whole number.</summary>
    public static Rational Of(BigInteger value) => new(value, 1);

    /// <summary>Several times their common denominator, which keeps their direction.</summary>
    public static BigInteger[] Whole(Rational[] values)
    {
        BigInteger common = values.Aggregate(
            BigInteger.One, (sofar, value) => sofar * value._denominator / BigInteger.GreatestCommonDivisor(sofar, value._denominator));
        return [.. values.Select(value => value._numerator * (common / value._denominator))];
    }

    /// <summary>The ratio of two whole numbers as a double.</summary>
    public static double Ratio(BigInteger numerator, BigInteger denominator) =>
        numerator.IsZero ? 0 : numerator.Sign * Math.Exp(BigInteger.Log(BigInteger.Abs(numerator)) - BigInteger.Log(denominator));

    public static Rational operator +(Rational a, Rational b) =>
        new((a._numerator * b._denominator) + (b._numerator * a._denominator), a._denominator * b._denominator);

    public static Rational operator -(Rational a, Rational b) => a + -b;

    public static Rational operator -(Rational a) => new(-a._numerator, a._denominator);

    public static Rational operator *(Rational a, Rational b) => new(a._numerator * b._numerator, a._denominator * b._denominator);

    public static Rational operator /(Rational a, Rational b) => new(a._numerator * b._denominator, a._denominator * b._numerator);

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (this - other).Sign;
}
