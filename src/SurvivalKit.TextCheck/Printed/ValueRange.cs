namespace SurvivalKit.TextCheck;

/// <summary>All values that a quantity can have: a closed interval.</summary>
/// <remarks>
/// Interval arithmetic (Moore 1966): an operation gives the smallest interval that contains the result for every choice of values. The ends
/// are closed although a rounding boundary belongs to one side only; at the boundary itself the printed number counts as correct.
/// </remarks>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
public readonly record struct ValueRange(double Low, double High)
{
    /// <summary>Whether no value is possible.</summary>
    public bool IsEmpty => !(Low <= High);

    /// <summary>The middle.</summary>
    public double Middle => (Low + High) / 2;

    /// <summary>One value.</summary>
    /// <param name="value">The value.</param>
    public static ValueRange Exactly(double value) => new(value, value);

    /// <summary>The values that are printed as a number under a rule of rounding.</summary>
    /// <param name="number">The printed number.</param>
    /// <param name="rule">The rule.</param>
    public static ValueRange PrintedAs(PrintedNumber number, RoundingRule rule)
    {
        decimal unit = number.Unit;
        if (rule != RoundingRule.Truncation)
        {
            return new((double)(number.Value - (unit / 2)), (double)(number.Value + (unit / 2)));
        }

        // Cutting off goes towards zero.
        return new(
            (double)(number.Value > 0 ? number.Value : number.Value - unit),
            (double)(number.Value < 0 ? number.Value : number.Value + unit));
    }

    /// <summary>The values that round to a number, half a unit on either side.</summary>
    /// <param name="number">The printed number.</param>
    public static ValueRange PrintedAs(PrintedNumber number) => PrintedAs(number, RoundingRule.HalfUp);

    /// <summary>Whether a value is possible, within a relative 1e-12 of the ends.</summary>
    /// <param name="value">The value.</param>
    public bool Contains(double value)
    {
        double slack = 1e-12 * Math.Max(1, Math.Abs(value));
        return value >= Low - slack && value <= High + slack;
    }

    /// <summary>Whether a value is possible in both.</summary>
    /// <param name="other">The other interval.</param>
    public bool Overlaps(ValueRange other) => !IsEmpty && !other.IsEmpty && Low <= other.High && other.Low <= High;

    /// <summary>The values that are possible in both; <see cref="IsEmpty"/>: none.</summary>
    /// <param name="other">The other interval.</param>
    public ValueRange And(ValueRange other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>The interval of an increasing function's values.</summary>
    /// <param name="rising">A function that does not decrease between the ends.</param>
    public ValueRange Map(Func<double, double> rising)
    {
        ArgumentNullException.ThrowIfNull(rising);
        return new(rising(Low), rising(High));
    }

    /// <summary>Every sum.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static ValueRange operator +(ValueRange left, ValueRange right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>Every difference.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static ValueRange operator -(ValueRange left, ValueRange right) => new(left.Low - right.High, left.High - right.Low);

    /// <summary>Every product.</summary>
    /// <param name="left">The first.</param>
    /// <param name="right">The second.</param>
    public static ValueRange operator *(ValueRange left, ValueRange right)
    {
        double a = left.Low * right.Low;
        double b = left.Low * right.High;
        double c = left.High * right.Low;
        double d = left.High * right.High;
        return new(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));
    }

    /// <summary>Every product with a number.</summary>
    /// <param name="left">The interval.</param>
    /// <param name="right">The number.</param>
    public static ValueRange operator *(ValueRange left, double right) => left * Exactly(right);

    /// <summary>Every quotient.</summary>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor.</param>
    /// <exception cref="DivideByZeroException">The divisor can be 0.</exception>
    public static ValueRange operator /(ValueRange left, ValueRange right) => right.Low > 0 || right.High < 0
        ? left * new ValueRange(1 / right.High, 1 / right.Low)
        : throw new DivideByZeroException("The divisor of an interval can be 0.");

    /// <summary>The ends with six digits: <c>[0.335, 0.345]</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"[{Low:G6}, {High:G6}]");
}
