using System.Globalization;
using MathNet.Numerics.Distributions;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>Differences, coefficients, correlations and pairs of means with the P values of their tests, and what spoils them.</summary>
internal static class SpoiltEffects
{
    /// <summary>A sentence of one of the kinds.</summary>
    public static PrintedSentence Make(Random random) => random.Next(4) switch
    {
        0 => Difference(random),
        1 => Coefficient(random),
        2 => Correlation(random),
        _ => Means(random),
    };

    private static PrintedSentence Difference(Random random)
    {
        string[] forms =
        [
            "The mean difference was {0} points (95% CI {1} to {2}; P {3}).",
            "The adjusted mean difference in pain at 12 weeks was {0} (95% CI, {1} to {2}; P {3}).",
            "It grew faster (MD {0} kg, 95% CI: {1}, {2}, p {3}).",
            "The difference in means [95% CI] was {0} [{1} to {2}]; P {3}.",
        ];
        string form = forms[random.Next(forms.Length)];
        (double freedom, bool isLarge, double value, double error) = Drawn(random);
        double half = error * StudentT.InvCDF(0, 1, freedom, 0.975);
        string[] right = [One(value), One(value - half), One(value + half), OfStudent(value / error, freedom)];
        string[] spoilt = [.. right];
        switch (random.Next(4))
        {
            case 0:
                spoilt[3] = isLarge ? OfStudent(0.1 + (0.4 * random.NextDouble()), freedom) : "< .001";
                break;
            case 1:
                spoilt[0] = One(value + (1.6 * half));
                break;
            case 2:
                spoilt[1] = One(value - (2.2 * half));
                break;
            default:
                (spoilt[1], spoilt[2]) = (spoilt[2], spoilt[1]);
                break;
        }

        return Filled(form, right, spoilt);
    }

    private static PrintedSentence Coefficient(Random random)
    {
        string[] forms =
        [
            "The regression coefficient was {0} (SE {1}, P {2}).", "It was associated with age (b = {0}, SE = {1}, p {2}).",
            "Age mattered (β = {0}; standard error {1}; P {2}).", "The slope was {0} mL per year (SE, {1}; P {2}).",
        ];
        string form = forms[random.Next(forms.Length)];
        (double freedom, bool isLarge, double value, double error) = Drawn(random);
        string[] right = [One(value), One(error), OfStudent(value / error, freedom)];
        string[] spoilt = [right[0], right[1], isLarge ? OfStudent(0.1 + (0.4 * random.NextDouble()), freedom) : "< .001"];
        return Filled(form, right, spoilt);
    }

    private static PrintedSentence Correlation(Random random)
    {
        string[] forms =
        [
            "Age and volume correlated (r = {0}, n = {1}, P {2}).", "Age and volume correlated (n = {1}; r = {0}; P {2}).",
            "The correlation coefficient was {0} (n = {1}, P {2}).",
        ];
        string form = forms[random.Next(forms.Length)];
        int pairs = random.Next(40, 120);
        bool isLarge = random.Next(2) == 0;
        double r = isLarge ? 0.55 + (0.3 * random.NextDouble()) : 0.1 * random.NextDouble();
        double t = r * Math.Sqrt((pairs - 2) / (1 - (r * r)));
        string n = pairs.ToString(CultureInfo.InvariantCulture);
        string[] right = [Two(r), n, OfStudent(Math.Round(r, 2) == 0 ? 0 : t, pairs - 2)];
        string[] spoilt = [right[0], n, isLarge ? OfStudent(0.1 + (0.4 * random.NextDouble()), pairs - 2) : "< .001"];
        return Filled(form, right, spoilt);
    }

    private static PrintedSentence Means(Random random)
    {
        string[] forms =
        [
            "Scores were {0} ± {1} (n = {2}) vs {3} ± {4} (n = {5}), P {6}.",
            "The treated group (n = {2}) scored {0} ± {1} and the control group (n = {5}) {3} ± {4} (P {6}).",
            "The mean (SD) score was {0} ({1}) in {2} patients and {3} ({4}) in {5} controls (P {6}).",
            "Scores were higher (M = {0}, SD = {1}, n = {2}) than in the control group (M = {3}, SD = {4}, n = {5}), p {6}.",
        ];
        string form = forms[random.Next(forms.Length)];
        (int n, int m) = (random.Next(30, 90), random.Next(30, 90));
        (double sd, double other) = (8 + (4 * random.NextDouble()), 8 + (4 * random.NextDouble()));
        double error = Math.Sqrt((((n - 1) * sd * sd) + ((m - 1) * other * other)) / (n + m - 2) * ((1.0 / n) + (1.0 / m)));
        bool isLarge = random.Next(2) == 0;
        double t = isLarge ? 4.5 + random.NextDouble() : 0.2 + (0.4 * random.NextDouble());
        double mean = 50 + (10 * random.NextDouble());
        string[] right =
        [
            One(mean + (t * error)), One(sd), n.ToString(CultureInfo.InvariantCulture), One(mean), One(other),
            m.ToString(CultureInfo.InvariantCulture), OfStudent(t, n + m - 2),
        ];
        string[] spoilt = [.. right];
        spoilt[6] = isLarge ? "= .17" : "< .001";
        return Filled(form, right, spoilt);
    }

    private static (double Freedom, bool IsLarge, double Value, double Error) Drawn(Random random)
    {
        bool isLarge = random.Next(2) == 0;
        double freedom = random.Next(20, 200);
        double error = 2 + (3 * random.NextDouble());
        double t = isLarge ? 4.5 + random.NextDouble() : 0.3 + (0.3 * random.NextDouble());
        return (freedom, isLarge, Math.Round(t * error, 1), error);
    }

    private static PrintedSentence Filled(string form, string[] right, string[] spoilt) => new(
        string.Format(CultureInfo.InvariantCulture, form, right), string.Format(CultureInfo.InvariantCulture, form, spoilt));

    private static string OfStudent(double t, double freedom) => SpoiltRatios.OfP(ReferenceDistribution.StudentTwoSided(t, freedom));

    private static string One(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
