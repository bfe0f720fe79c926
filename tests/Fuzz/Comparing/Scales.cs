namespace SurvivalKit.Fuzz;

/// <summary>What a difference is measured by where it is more than the value itself.</summary>
/// <remarks>A residual, a variance or a survival is part of a whole, and is measured by the largest of its kind (of its column, where there
/// are several); a coefficient by its standard error; what is a sum that can be 0 up to rounding by a thousandth of what is
/// summed.</remarks>
internal static class Scales
{
    /// <summary>The name of R's largest absolute value of each column of the design.</summary>
    public const string Key = "x.size";

    /// <summary>The scale of a number, or of each of several parts of equal length.</summary>
    public static double[] Of(string key, Answer theirs)
    {
        double[] values = theirs.Values[key];
        double[] OfColumns(string floor, double share)
        {
            double[] floors = theirs.Values[floor];
            int rows = values.Length / floors.Length;
            return [.. floors.Select((size, column) => Math.Max(
                share * (double.IsFinite(size) ? Math.Abs(size) : 0), Largest(values.Skip(column * rows).Take(rows))))];
        }

        return key switch
        {
            "coef" => OfColumns("se", 1),
            "loglik" => [1],
            "lr" or "wald" or "score" or "robust.score" or "chisq" or "zph" => [1e-3],
            "residual.martingale" or "residual.deviance" or "lp" => [Math.Max(1, Largest(values))],
            "std.err" or "std.chaz" or "rmean.se" or "lp.se" or "concordance.se" => [Math.Max(Floor(key, theirs), Largest(values))],
            "robust.se" => OfColumns("se", 1e-3),
            "residual.score" or "residual.schoenfeld" => OfColumns(Key, 1e-3),
            "residual.scaledsch" or "residual.dfbeta" => OfColumns("se", 1e-3),
            "residual.dfbetas" => OfColumns("df", 1e-3),
            _ => [Largest(values)],
        };
    }

    /// <summary>The least scale of an error of a curve.</summary>
    public static double Smallest(Disagreement disagreement, string key) => Floor(key, disagreement.Theirs);

    private static double Floor(string key, Answer theirs) => 1e-3 * key switch
    {
        "std.chaz" => Largest(theirs.Values["cumhaz"]),
        "rmean.se" => Largest(theirs.Values["rmean"]),
        _ => 1,
    };

    private static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
