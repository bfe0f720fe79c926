using Check = SurvivalKit.TextCheck.TextCheck;

namespace SurvivalKit.TextCheck.Tests;

/// <summary>The items of INSPECT-SR, and baseline variables taken together.</summary>
public sealed class IntegrityTests
{
    private const string Trial = """
        # Bread

        Eligible were adults aged 18 to 65 years. In all, 80 patients were randomised, 40 to bread and 40 to butter. The median age was 40
        years (range, 17-70). Three were excluded, 2 were lost to follow-up.

        The ratio was HR 2.24 (95% CI, 1.14-4.40; P = .02). Of 80 patients, 20 (25%) were late. The mean number of meals was 3.47 (SD 1.20; n = 20).

        **Table 1.** Baseline characteristics.

        | What | Bread (N = 40) | Butter (N = 40) |
        |---|---|---|
        | Age, mean (SD) | 40.1 (9.8) | 41.0 (10.2) |
        | Weight, mean (SD) | 70.2 (11.8) | 72.0 (12.2) |
        | Height, mean (SD) | 170.2 (8.8) | 169.0 (9.2) |
        | Pulse, mean (SD) | 72.2 (7.8) | 71.5 (8.2) |
        | Men, No. (%) | 20 (50.0) | 23 (57.5) |
        """;

    [Fact]
    public void Ten_items_are_named_with_their_answers()
    {
        IntegrityItems items = Check.Run(Trial).Integrity;
        Assert.Equal(["4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "4.8", "4.9", "4.10"], items.Select(item => item.Number));
        Dictionary<string, IntegrityAnswer> answers = items.ToDictionary(item => item.Number, item => item.Answer);
        Assert.Equal(IntegrityAnswer.SomeConcerns, answers["4.1"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.2"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.3"]);
        Assert.Equal(IntegrityAnswer.NotAnswerable, answers["4.4"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.5"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.6"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.7"]);
        Assert.Equal(IntegrityAnswer.SomeConcerns, answers["4.8"]);
        Assert.Equal(IntegrityAnswer.NoConcern, answers["4.9"]);
        Assert.Equal("mean number of meals was 3.47 (SD 1.20", Assert.Single(items.First(item => item.Number == "4.8").Findings).Text);
    }

    [Fact]
    public void Every_form_of_the_result_has_them()
    {
        CheckedText text = Check.Run(Trial);
        Assert.Contains("INSPECT-SR", text.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"integrity\"", text.ToRecord().ToJson(), StringComparison.Ordinal);
        Assert.Equal(10, text.Integrity.ToDataFrame().Rows.Count);
        Assert.Contains("4.8", text.Integrity.ToCsv(), StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(text.Baselines).Variables.Length);
        Assert.False(text.Baselines[0].IsUnusual);
        Assert.Equal(5, text.Baselines[0].ToDataFrame().Rows.Count);
    }

    [Fact]
    public void A_text_without_numbers_answers_nothing() =>
        Assert.All(Check.Run("Nothing was said.").Integrity, item => Assert.Equal(IntegrityAnswer.NotAnswerable, item.Answer));

    [Fact]
    public void Groups_that_are_too_alike_are_unusual_and_no_alarm()
    {
        string rows = string.Concat(Enumerable.Range(0, 10).Select(i =>
            FormattableString.Invariant($"| Measure {i}, mean (SD) | {50 + i}.12 (9.81) | {50 + i}.13 (9.80) |\n")));
        CheckedText text = Check.Run(
            "Patients were randomised.\n\n**Table 1.** Baseline characteristics.\n\n| What | Bread (N = 40) | Butter (N = 40) |\n|---|---|---|\n" + rows);
        BaselineBalance balance = Assert.Single(text.Baselines);
        Assert.True(balance.IsUnusual);
        Assert.True(balance.Alike < 1e-4 && balance.Different > 0.5);
        Assert.Contains("Unusual: by 10 baseline variables", balance.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, text.Findings.CountOf(Verdict.Inconsistent));
    }

    [Fact]
    public void Groups_of_a_study_without_random_allocation_are_not_taken_together() => Assert.Empty(
        Check.Run(Trial.Replace("randomised", "counted", StringComparison.Ordinal)).Baselines);

    [Fact]
    public void P_values_are_combined_as_by_hand()
    {
        // The normal scores of .025 twice are 1.95996; their sum over root 2 is 2.77181, beyond which lies .00278730.
        Assert.Equal(0.00278730, PValueCombination.Stouffer([0.025, 0.025]).Different, 7);
        Assert.Equal(0.5, PValueCombination.Stouffer([0.3, 0.7]).Different, 9);

        // -2 ln .025 twice is 14.7555; with four degrees of freedom exp(-x/2)(1 + x/2) = .0052361.
        Assert.Equal(0.000625 * (1 + 7.377758908), PValueCombination.Fisher([0.025, 0.025]).Different, 9);
        Assert.Equal("The P value is 2; a number from 0 to 1 was expected.",
            Assert.Throws<SurvivalDataException>(() => PValueCombination.Fisher([2])).Message);
    }
}
