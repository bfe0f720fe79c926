namespace SurvivalKit.TextCheck.Tests;

/// <summary>Of forty spoilt counts and forty spoilt means at least 39 are found, and none of the right ones is accused.</summary>
public sealed class SpoiltNumberTests
{
    private const int Number = 40;

    [Fact]
    public void Spoilt_counts_are_found_and_right_ones_are_not_accused() => RandomSeed.Run(seed => Hold(seed, SpoiltNumbers.Count));

    [Fact]
    public void Spoilt_means_are_found_and_right_ones_are_not_accused() => RandomSeed.Run(seed => Hold(seed, SpoiltNumbers.Mean));

    private static void Hold(int seed, Func<Random, (string Right, string Spoilt)> make)
    {
        var random = new Random(seed);
        List<string> missed = [];
        for (int i = 0; i < Number; i++)
        {
            (string right, string spoilt) = make(random);
            TextFindings of = PrintedText.Check(right);
            Assert.True(of.CountOf(Verdict.Inconsistent) == 0 && of.Count > 0, $"{right}\n{of}");
            if (PrintedText.Check(spoilt).CountOf(Verdict.Inconsistent) == 0)
            {
                missed.Add(spoilt);
            }
        }

        Assert.True(missed.Count <= 1, string.Join('\n', missed));
    }
}
