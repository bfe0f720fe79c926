using System.Globalization;

namespace SurvivalKit;

/// <summary>How a P value is written: one rule everywhere.</summary>
public static class PValue
{
    /// <summary>Writes a P value as many medical journals do: two digits, three below .01, <c>&lt; .001</c> below
    /// that, no leading zero.</summary>
    /// <param name="p">The P value, from 0 to 1; not a number gives <c>NA</c>.</param>
    /// <returns><c>.38</c>, <c>.004</c>, <c>&lt; .001</c> or <c>&gt; .99</c>; a value below .05 has as many digits as needed not to be
    /// printed as .05 (<c>.048</c>).</returns>
    public static string Format(double p) => p switch
    {
        double.NaN => "NA",
        < 0.001 => "< .001",
        > 0.99 => "> .99",
        < 0.0095 => p.ToString(".000", CultureInfo.InvariantCulture),
        >= 0.045 and < 0.05 => BelowFivePercent(p),
        _ => p.ToString(".00", CultureInfo.InvariantCulture),
    };

    /// <summary>Writes a P value with its letter and a sign: <c>P = .38</c>, <c>P &lt; .001</c>.</summary>
    /// <param name="p">The P value, from 0 to 1.</param>
    public static string Sentence(double p) => Format(p) is var text && text[0] is '<' or '>' ? "P " + text : "P = " + text;

    // Rounded to .05 it would no longer be below the usual significance level.
    private static string BelowFivePercent(double p)
    {
        for (int digits = 3; digits <= 6; digits++)
        {
            if (Math.Round(p, digits, MidpointRounding.AwayFromZero) < 0.05)
            {
                return p.ToString("." + new string('0', digits), CultureInfo.InvariantCulture);
            }
        }

        return "< .05";
    }
}
