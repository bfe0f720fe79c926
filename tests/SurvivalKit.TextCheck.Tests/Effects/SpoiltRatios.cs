using System.Globalization;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>Ratios with intervals and P values of Wald's test, and what spoils them.</summary>
internal static class SpoiltRatios
{
    private static readonly string[] Forms =
    [
        "The risk differed ({0} {1}, 95% CI {2}-{3}, P {4}).",
        "The {0} was {1} (95% CI, {2} to {3}; P {4}).",
        "{0} = {1} [{2}, {3}], p {4}, in the treated patients.",
        "Treatment mattered ({0}: {1}; 95% confidence interval {2} to {3}; p {4}).",
    ];

    /// <summary>A sentence of one of the ratios with these names.</summary>
    public static PrintedSentence Make(Random random, params string[] names)
    {
        string form = Forms[random.Next(Forms.Length)];
        string name = names[random.Next(names.Length)];

        // As many standard errors as make P clear, with ratios that three digits print well.
        bool isLarge = random.Next(2) == 0;
        double z = isLarge ? 4.5 + (2 * random.NextDouble()) : 0.2 + (0.6 * random.NextDouble());
        double error = 0.12 + (0.06 * random.NextDouble());
        double log = z * error * (random.Next(2) == 0 ? 1 : -1);
        string[] right = [name, Two(Math.Exp(log)), Two(Math.Exp(log - (1.96 * error))), Two(Math.Exp(log + (1.96 * error))), P(z)];
        string[] spoilt = [.. right];
        switch (random.Next(5))
        {
            case 0:
                spoilt[4] = P(isLarge ? 0.1 + (0.4 * random.NextDouble()) : 4.5);
                break;
            case 1:
                spoilt[2] = Two(Math.Exp(log + (0.5 * error)));
                break;
            case 2:
                spoilt[1] = Two(Math.Exp(log + (3.2 * error)));
                break;
            case 3:
                spoilt[3] = Two(Math.Exp(log + (6 * error)));
                break;
            default:
                (spoilt[2], spoilt[3]) = (spoilt[3], spoilt[2]);
                break;
        }

        return new(string.Format(CultureInfo.InvariantCulture, form, right), string.Format(CultureInfo.InvariantCulture, form, spoilt));
    }

    /// <summary>The two-sided P of a z as papers print it.</summary>
    public static string P(double z) => OfP(ReferenceDistribution.NormalTwoSided(z));

    /// <summary>A P value as papers print it.</summary>
    public static string OfP(double p) => p < 0.001 ? "< .001" : "= " + p.ToString(p < 0.01 ? ".000" : ".00", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
