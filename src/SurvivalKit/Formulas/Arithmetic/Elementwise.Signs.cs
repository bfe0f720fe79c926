namespace SurvivalKit;

/// <summary>Each operator on two numbers as a type, so that the loop over the rows is compiled for each operator.</summary>
internal static partial class Elementwise
{
    private interface ISign<TResult>
    {
        static abstract TResult Apply(double x, double y);
    }

    private static sbyte Truth(bool value, double x, double y) =>
        double.IsNaN(x) || double.IsNaN(y) ? (sbyte)-1 : value ? (sbyte)1 : (sbyte)0;

    private readonly struct Plus : ISign<double>
    {
        public static double Apply(double x, double y) => x + y;
    }

    private readonly struct Minus : ISign<double>
    {
        public static double Apply(double x, double y) => x - y;
    }

    private readonly struct TimesSign : ISign<double>
    {
        public static double Apply(double x, double y) => x * y;
    }

    private readonly struct Over : ISign<double>
    {
        public static double Apply(double x, double y) => x / y;
    }

    private readonly struct Power : ISign<double>
    {
        public static double Apply(double x, double y) => Math.Pow(x, y);
    }

    private readonly struct Modulo : ISign<double>
    {
        public static double Apply(double x, double y) => x - (y * Math.Floor(x / y));
    }

    private readonly struct WholeQuotient : ISign<double>
    {
        public static double Apply(double x, double y) => Math.Floor(x / y);
    }

    private readonly struct Equal : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) => Truth(x == y, x, y);
    }

    private readonly struct NotEqual : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) => Truth(x != y, x, y);
    }

    private readonly struct Less : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) => Truth(x < y, x, y);
    }

    private readonly struct AtMost : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) => Truth(x <= y, x, y);
    }

    private readonly struct And : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) => x == 0 || y == 0 ? (sbyte)0 : Truth(true, x, y);
    }

    private readonly struct Or : ISign<sbyte>
    {
        public static sbyte Apply(double x, double y) =>
            x is not (0 or double.NaN) || y is not (0 or double.NaN) ? (sbyte)1 : Truth(false, x, y);
    }
}
