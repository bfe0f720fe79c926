namespace SurvivalKit;

/// <summary>A number with its first and second derivatives by three variables (second-order forward differentiation; Griewank and Walther
/// 2008, chapter 13).</summary>
internal readonly record struct SecondJet(
    double Value, double D0, double D1, double D2, double H00, double H10, double H11, double H20, double H21, double H22)
{
    public static implicit operator SecondJet(double value) => new(value, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static SecondJet operator +(in SecondJet a, in SecondJet b) => new(
        a.Value + b.Value, a.D0 + b.D0, a.D1 + b.D1, a.D2 + b.D2,
        a.H00 + b.H00, a.H10 + b.H10, a.H11 + b.H11, a.H20 + b.H20, a.H21 + b.H21, a.H22 + b.H22);

    public static SecondJet operator -(in SecondJet a, in SecondJet b) => a + (b * -1);

    public static SecondJet operator *(in SecondJet a, double b) => new(
        a.Value * b, a.D0 * b, a.D1 * b, a.D2 * b, a.H00 * b, a.H10 * b, a.H11 * b, a.H20 * b, a.H21 * b, a.H22 * b);

    public static SecondJet operator *(in SecondJet a, in SecondJet b) => new(
        a.Value * b.Value,
        (a.Value * b.D0) + (a.D0 * b.Value),
        (a.Value * b.D1) + (a.D1 * b.Value),
        (a.Value * b.D2) + (a.D2 * b.Value),
        (a.Value * b.H00) + (2 * a.D0 * b.D0) + (a.H00 * b.Value),
        (a.Value * b.H10) + (a.D1 * b.D0) + (a.D0 * b.D1) + (a.H10 * b.Value),
        (a.Value * b.H11) + (2 * a.D1 * b.D1) + (a.H11 * b.Value),
        (a.Value * b.H20) + (a.D2 * b.D0) + (a.D0 * b.D2) + (a.H20 * b.Value),
        (a.Value * b.H21) + (a.D2 * b.D1) + (a.D1 * b.D2) + (a.H21 * b.Value),
        (a.Value * b.H22) + (2 * a.D2 * b.D2) + (a.H22 * b.Value));

    public static SecondJet operator /(in SecondJet a, in SecondJet b)
    {
        double inverse = 1 / b.Value;
        return a * b.Of(inverse, -inverse * inverse, 2 * inverse * inverse * inverse);
    }

    /// <summary>A function of the number, by its value and derivatives there.</summary>
    public SecondJet Of(double value, double first, double second) => new(
        value, first * D0, first * D1, first * D2,
        (first * H00) + (second * D0 * D0),
        (first * H10) + (second * D1 * D0),
        (first * H11) + (second * D1 * D1),
        (first * H20) + (second * D2 * D0),
        (first * H21) + (second * D2 * D1),
        (first * H22) + (second * D2 * D2));
}
