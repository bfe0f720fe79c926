namespace SurvivalKit.Published.Tests;

/// <summary>The verdicts of the study in <c>data-samples</c>, claim by claim.</summary>
public class PaperAuditTests
{
    /// <summary>All verdicts with their sentences, reviewed and checked by hand; <c>SURVKIT_ACCEPT=1</c> stores new ones.</summary>
    [Fact]
    public void Every_verdict_is_as_it_was_reviewed()
    {
        string actual = string.Concat(StudyAudit.Run(Samples.Paper).Claims.Select(claim =>
            $"{claim.Claim.Id} = {claim.Claim.Printed}\n    {claim.Judgement.Verdict.ToName()}{(claim.Judgement.Rule is { } rule ? $" ({rule})" : "")}: {claim.Judgement.Explanation}\n"));
        string file = Path.Combine(Samples.Root(), "tests", "SurvivalKit.Published.Tests", "Snapshots", "paper-audit.txt");
        if (Environment.GetEnvironmentVariable("SURVKIT_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), "There is no snapshot of the paper's audit; SURVKIT_ACCEPT=1 makes one.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    // Worked by hand: 4 + 19 = 23; sqrt((13 x 12.25^2 + 41 x 14.75^2) / 55) = 14.06; 10 / 0.176 = 56.8; (13 x
    // 79.6 + 32 x 76.7) / 45 = 77.5; sqrt(1.39 x 4.72) = 2.561; 2 of 42 is 4.8.
    [Fact]
    public void What_cannot_hold_together()
    {
        string[] expected =
        [
            "table1/Age > Median ± SD/All#sd",
            "table1/Metastasis site > Lung/Atezolizumab + EP#%",
            "table1/Metastasis site > Lung/EP alone#%",
            "table1/Ki-67 index > Mean ± SD (range)/All#mean",
            "table1/Ki-67 index > Mean ± SD (range)/All#sd",
            "table1/Ki-67 index > Mean ± SD (range)/P#p",
            "table2/Best response > PD/All#n",
            "table3/Hematological > Thrombocytopenia/EP alone#%",
            "text/Ki-67 index/P#p",
            "text/OS univariate > NLR > 3#hr",
            "discussion/Gene alterations > FBXW7#%",
        ];

        Assert.Equal(expected, StudyAudit.Run(Samples.Paper).Inconsistent);
    }

    [Theory]
    [InlineData("table2/Best response > PD/All#%", "21 of 54 (the sum of the categories of All, 1 + 17 + 14 + 21 + 1)")]
    [InlineData("table1/Metastasis site > Peritoneum/EP alone#%", "14 of 56 (the N of All)")]
    [InlineData("table2/ORR (CR + PR)/P#p", "Fisher's exact test")]
    [InlineData("table1/ECOG performance status/P#p", "Pearson's chi-square test with Not available as a category")]
    [InlineData("table1/Metastasis site/P#p", "Pearson's chi-square test of the rows as if they excluded each other")]
    [InlineData("figure1a#hr", "the geometric middle of its interval")]
    public void How_a_number_was_recomputed(string id, string method)
    {
        AuditedClaim claim = StudyAudit.Run(Samples.Paper)[id];

        Assert.Equal((Verdict.Recomputed, method), (claim.Judgement.Verdict, claim.Judgement.Method));
    }
}
