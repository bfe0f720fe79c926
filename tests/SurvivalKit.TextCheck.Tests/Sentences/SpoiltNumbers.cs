using System.Globalization;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>Sentences with counts and means, right and with one figure changed so that no rounding gives it.</summary>
internal static class SpoiltNumbers
{
    private static readonly string[] Counts =
    [
        "Of {0} patients, {1} ({2}%) came back.",
        "Among the {0} women enrolled, {1} had a headache within a week ({2}%).",
        "{1} of the {0} men who were seen in spring ({2}%) had a cold.",
        "In total, {0} were randomised; {1} ({2}%) were women.",
        "We recruited {0} volunteers, of whom {1} ({2}%) were left-handed.",
        "A total of {0} patients were analysed, and {1} ({2}%) had died.",
        "Of the {0} participants with a first visit, {1} ({2}%) finished.",
        "In the bread group (n = {0}), {1} ({2}%) were hungry.",
        "There were {0} children, {1} ({2}%) of whom had a brother.",
        "Out of {0} students, {1} ({2}%) replied.",
    ];

    private static readonly string[] Means =
    [
        "The mean number of visits was {1} (SD {2}; n = {0}).",
        "Among {0} women, the mean number of children was {1} (SD {2}).",
        "The mean number of attacks was {1} in {0} patients.",
        "In the {0} men the mean number of calls was {1}.",
        "The mean number of meals was {1} ± {2} (n = {0}).",
        "Of the {0} patients, the mean number of falls was {1}.",
    ];

    /// <summary>A right sentence and a spoilt one.</summary>
    public static (string Right, string Spoilt) Count(Random random)
    {
        string form = Counts[random.Next(Counts.Length)];
        int n = random.Next(24, 400);
        int k = random.Next(2, n);
        double right = Math.Round(100.0 * k / n, 1, MidpointRounding.AwayFromZero);
        double spoilt = right > 50 ? right - random.Next(20, 190) / 10.0 : right + random.Next(20, 190) / 10.0;
        return (Text(form, n, k, right.ToString("F1", CultureInfo.InvariantCulture)),
            Text(form, n, k, spoilt.ToString("F1", CultureInfo.InvariantCulture)));
    }

    /// <summary>A right sentence of whole numbers and one with a mean that they cannot have.</summary>
    public static (string Right, string Spoilt) Mean(Random random)
    {
        string form = Means[random.Next(Means.Length)];
        int n = random.Next(11, 40);
        int[] values = [.. Enumerable.Range(0, n).Select(_ => random.Next(0, 9))];
        double mean = values.Average();
        double sd = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (n - 1));
        string deviation = sd.ToString("F2", CultureInfo.InvariantCulture);
        for (int i = 0; ; i++)
        {
            // A mean between two neighbouring quotients, further from both than rounding and cutting off reach.
            decimal other = Math.Round((decimal)mean, 2) + (random.Next(1, 90) / 100m) + 0m;
            decimal sum = other * n;
            decimal rest = sum - Math.Floor(sum);
            if (rest > 0.011m * n && 1 - rest > 0.011m * n)
            {
                return (Text(form, n, mean.ToString("F2", CultureInfo.InvariantCulture), deviation),
                    Text(form, n, other.ToString("F2", CultureInfo.InvariantCulture), deviation));
            }

            Assert.True(i < 2000, $"No mean was found for n = {n}.");
        }
    }

    private static string Text(string form, params object[] values) => string.Format(CultureInfo.InvariantCulture, form, values);
}
