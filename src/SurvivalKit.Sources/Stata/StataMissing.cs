namespace SurvivalKit.Sources;

/// <summary>The missing values of Stata: <c>.</c> and <c>.a</c> to <c>.z</c>, which are the greatest numbers of each kind.</summary>
internal static class StataMissing
{
    private const int SingleStep = 0x800;
    private const int FirstSingle = 0x7F00_0000;
    private const long DoubleStep = 1L << 40;
    private const long FirstDouble = 0x7FE0_0000_0000_0000;

    /// <summary>0 for a number, 1 for <c>.</c>, 2 to 27 for <c>.a</c> to <c>.z</c>.</summary>
    public static int OfByte(sbyte value) => Math.Max(0, value - 100);

    /// <inheritdoc cref="OfByte"/>
    public static int OfInt(short value) => Math.Max(0, value - 32_740);

    /// <inheritdoc cref="OfByte"/>
    public static int OfLong(int value) => Math.Max(0, value - 2_147_483_620);

    /// <inheritdoc cref="OfByte"/>
    public static int OfFloat(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(value);
        return bits < FirstSingle ? 0 : Math.Min(27, 1 + ((bits - FirstSingle) / SingleStep));
    }

    /// <inheritdoc cref="OfByte"/>
    public static int OfDouble(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < FirstDouble ? 0 : (int)Math.Min(27, 1 + ((bits - FirstDouble) / DoubleStep));
    }

    /// <summary>How Stata writes one: <c>.</c>, <c>.a</c>.</summary>
    public static string Name(int kind) => kind == 1 ? "." : "." + (char)('a' + kind - 2);
}
