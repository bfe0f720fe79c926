namespace SurvivalKit.TextCheck.Tests;

/// <summary>What a paper says of the way its intervals were made.</summary>
public class IntervalMethodsTests
{
    // Wald's P of 0.72 (0.54-0.96) is .025. The robust interval is Wald's too, the P of another test need not be.
    [Theory]
    [InlineData("Robust standard errors were used throughout.")]
    [InlineData("We used the robust (sandwich) variance estimator.")]
    [InlineData("Intervals rest on the sandwich estimator of variance.")]
    [InlineData("Ratios are from generalised estimating equations.")]
    [InlineData("Ratios are from GEE models with an exchangeable structure.")]
    [InlineData("Standard errors were clustered by hospital.")]
    [InlineData("Confidence intervals were adjusted for clustering within practices.")]
    [InlineData("Risks were compared by modified Poisson regression.")]
    [InlineData("Cluster-robust inference was used.")]
    public void A_robust_standard_error_leaves_P_open(string method)
    {
        foreach (string name in (string[])["HR", "OR", "RR", "IRR"])
        {
            TextFinding right = Ratio($"{method}\n\nThe effect was small ({name} 0.72, 95% CI 0.54-0.96, P = .19).");
            Assert.Equal(Verdict.NotCheckable, right.Judgement.Verdict);
            Assert.Equal(Verdict.Recomputed, Ratio($"{method}\n\nIt was ({name} 0.72, 95% CI 0.54-0.96, P = .025).").Judgement.Verdict);

            // The ratio of a robust interval is in its middle.
            Assert.Equal(Verdict.Inconsistent, Ratio($"{method}\n\nIt was ({name} 0.82, 95% CI 0.54-0.96).").Judgement.Verdict);
        }

        Assert.Equal(Verdict.Inconsistent, Ratio("It was small (HR 0.72, 95% CI 0.54-0.96, P = .19).").Judgement.Verdict);
    }

    // The middle of 0.54 to 1.10 is 0.77; an interval of another method may have 0.75 there.
    [Theory]
    [InlineData("Confidence intervals were obtained by bootstrap with 2000 samples.")]
    [InlineData("Bootstrapped 95% intervals are given.")]
    [InlineData("Profile likelihood was used for all intervals.")]
    [InlineData("A Bayesian hierarchical model was fitted.")]
    [InlineData("We report posterior medians with 95% credible intervals.")]
    [InlineData("Chains were run in WinBUGS.")]
    [InlineData("Repeated confidence intervals allow for the interim looks.")]
    [InlineData("Intervals were adjusted for the interim analyses.")]
    [InlineData("Exact confidence intervals were computed for hazard ratios and odds ratios.")]
    public void An_interval_of_another_method_may_have_its_ratio_elsewhere(string method)
    {
        foreach (string name in (string[])["HR", "OR", "RR", "IRR"])
        {
            Assert.Equal(Verdict.NotCheckable, Ratio($"{method}\n\nIt was ({name} 0.75, 95% CI 0.54-1.10).").Judgement.Verdict);
            Assert.Equal(Verdict.Inconsistent, Ratio($"{method}\n\nIt was ({name} 0.52, 95% CI 0.54-1.10).").Judgement.Verdict);
        }

        Assert.Equal(Verdict.Inconsistent, Ratio("It was (HR 0.75, 95% CI 0.54-1.10).").Judgement.Verdict);
    }

    [Theory]
    [InlineData("95% bootstrap CI")]
    [InlineData("bootstrapped 95% CI")]
    [InlineData("95% profile-likelihood confidence interval")]
    [InlineData("95% highest posterior density interval")]
    [InlineData("95% Bayesian credible interval")]
    [InlineData("95% CrI")]
    [InlineData("95% HDI")]
    [InlineData("repeated 95% CI")]
    [InlineData("95% repeated confidence interval")]
    public void The_method_may_stand_with_the_interval(string interval)
    {
        foreach (string name in (string[])["HR", "OR", "RR", "IRR"])
        {
            TextFinding ratio = Ratio($"The effect was small ({name} 0.75, {interval} 0.54-1.10).");
            Assert.Contains("1.10", ratio.Text, StringComparison.Ordinal);
            Assert.Equal(Verdict.NotCheckable, ratio.Judgement.Verdict);
        }
    }

    [Fact]
    public void The_heading_of_a_table_may_name_the_method()
    {
        const string Table = "| Factor | HR (HEAD) | P |\n|---|---|---|\n| Age | 0.75 (0.54-1.10) | .10 |\n| Sex | 0.90 (0.60-1.35) | .61 |";
        Assert.Single(PrintedText.Check(Table.Replace("HEAD", "95% CI", StringComparison.Ordinal)).Of(Verdict.Inconsistent));
        Assert.Empty(PrintedText.Check(Table.Replace("HEAD", "bootstrap 95% CI", StringComparison.Ordinal)).Of(Verdict.Inconsistent));
    }

    [Theory]
    [InlineData("A robust response was seen.")]
    [InlineData("The profile of side effects was mild.")]
    [InlineData("Clusters of cells were counted.")]
    [InlineData("Fisher's exact test was used.")]
    [InlineData("Measures were repeated every week.")]
    public void The_same_words_may_say_nothing_of_intervals(string text)
    {
        Assert.Equal(Verdict.Inconsistent, Ratio($"{text}\n\nIt was (HR 0.75, 95% CI 0.54-1.10).").Judgement.Verdict);
        Assert.Equal(Verdict.Inconsistent, Ratio($"{text}\n\nIt was (HR 0.72, 95% CI 0.54-0.96, P = .19).").Judgement.Verdict);
    }

    private static TextFinding Ratio(string text) => Assert.Single(PrintedText.Check(text), finding => finding.Kind
        is TextStatisticKind.HazardRatio or TextStatisticKind.OddsRatio or TextStatisticKind.RelativeRisk or TextStatisticKind.RateRatio);
}
