namespace SurvivalKit.Fuzz;

/// <summary>Whether numbers agree.</summary>
internal static class Close
{
    /// <summary>Whether all numbers agree to a part of the largest; not a number agrees with itself.</summary>
    public static bool All(double[] left, double[] right, double tolerance)
    {
        double scale = left.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return left.Length == right.Length
            && left.Zip(right, (a, b) => a.Equals(b) || Math.Abs(a - b) <= tolerance * scale).All(same => same);
    }
}
