using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public class StudyMeasuresTests
{
    private static readonly ClaimChecks Invented = StudyMeasures.Compute(Samples.Invented, InventedCohort.Of(Samples.Invented));

    private static readonly ClaimChecks Paper = StudyMeasures.Compute(Samples.Paper, Samples.PaperCohort);

    [Theory]
    [InlineData("table1/N/Tea#n", 12)]
    [InlineData("table1/Weight/Tea#mean", 70)]
    [InlineData("table1/Weight/Coffee#sd", 0)]
    [InlineData("table1/Large cup/All#n", 22)]
    [InlineData("table1/Large cup/All#%", 55)]
    [InlineData("table1/Large cup/Coffee#n", 14)]
    [InlineData("table1/Spilled/All#n", 9)]
    [InlineData("table1/Jitter/Coffee#n", 5)]
    [InlineData("table1/Sleep/Tea#median", 6.5)]
    [InlineData("table1/Sleep/Tea#min", 1)]
    [InlineData("table1/Sleep/Tea#max", 12)]
    [InlineData("table1/Sleep/Coffee#median", 8)]
    [InlineData("text/Large cup#n", 22)]
    public void Figures_are_those_counted_by_hand(string id, double expected) =>
        Assert.Equal(expected, Invented[id].Judgement.Computed!.Value, 12);

    [Fact]
    public void A_standard_deviation_divides_by_n_minus_1() =>
        Assert.Equal(10 * Math.Sqrt(12 / 11.0), Invented["table1/Weight/Tea#sd"].Judgement.Computed!.Value, 12);

    [Theory]
    [InlineData("2.5", "4.5", "6.0", "6.1", 5.25, "n = 4 of 12")]
    [InlineData("2.5", "4.5", "6.0", "", 4.5, "n = 3 of 12")]
    [InlineData("7", "1", "2.5", "4", 3.25, "n = 4 of 12")]
    public void A_median_of_values_is_the_middle_of_those_that_are_there(string a, string b, string c, string d, double median, string how)
    {
        Study study = Study.Parse(Samples.InventedWith(root =>
        {
            root["variables"]![2]!["range"]![0] = 0;
            root["rows"]![1]!["measure"] = "median-sd";
            foreach (JsonNode? claim in root["claims"]!.AsArray().Where(claim => (string?)claim!["aspect"] == "mean"))
            {
                claim!["aspect"] = "median";
                claim["id"] = ((string)claim["id"]!).Replace("#mean", "#median", StringComparison.Ordinal);
            }
        }));
        string[] values = [a, b, c, d];
        string text = string.Join('\n', InventedCohort.Text.Split('\n').Select((line, i) =>
        {
            string[] cells = line.Split(',');
            if (i > 0 && cells.Length > 2)
            {
                cells[2] = i <= values.Length ? values[i - 1] : "";
            }

            return string.Join(',', cells);
        }));

        ClaimCheck check = StudyMeasures.Compute(study, InventedCohort.Of(study, text))["table1/Weight/Tea#median"];

        Assert.Equal(median, check.Judgement.Computed);
        Assert.Contains(how, check.Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_of_three_arms_is_the_librarys()
    {
        var table = new ContingencyTable(new[,] { { 11, 1, 6 }, { 1, 14, 7 } });

        Assert.Equal(ChiSquare.Test(table).P, Invented["table1/Large cup/P#p"].Judgement.Computed);
        Assert.Equal(Verdict.MatchesCohort, Invented["table1/Large cup/P#p"].Judgement.Verdict);
    }

    [Fact]
    public void A_hazard_ratio_is_of_the_level_that_the_row_names()
    {
        CoxFit fit =
            CoxModel.Fit(InventedCohort.Of(Samples.Invented).Patients, "Surv(sleep_days, asleep) ~ drink", new() { Ties = Ties.Efron });

        Assert.Equal(fit["drinkCoffee"].HazardRatio, Invented["text/Coffee#hr"].Judgement.Computed);
        Assert.Equal(fit["drinkCoffee"].Upper, Invented["text/Coffee#upper"].Judgement.Computed);
        Assert.Contains(
            "Cox model of drink, Efron ties, 40 events among 40", Invented["text/Coffee#hr"].Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_leaves_out_who_has_no_time()
    {
        Cohort cohort = InventedCohort.Of(Samples.Invented, InventedCohort.Text.Replace(",5,1,", ",,1,", StringComparison.Ordinal));
        CoxFit fit = CoxModel.Fit(cohort.Patients, "Surv(sleep_days, asleep) ~ drink", new() { Ties = Ties.Efron });
        ClaimCheck check = StudyMeasures.Compute(Samples.Invented, cohort)["text/Coffee#hr"];

        Assert.Equal(fit["drinkCoffee"].HazardRatio, check.Judgement.Computed);
        Assert.Contains("37 events among 37", check.Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_of_nobody_says_so()
    {
        string text = string.Join(
            '\n', InventedCohort.Text.Split('\n').Select((line, i) => i == 0 ? line : line.Replace(",1,", ",,", StringComparison.Ordinal)));
        ClaimCheck check = StudyMeasures.Compute(Samples.Invented, InventedCohort.Of(Samples.Invented, text))["text/Coffee#hr"];

        Assert.Equal(Verdict.NotCheckable, check.Judgement.Verdict);
        Assert.Contains(
            "None of the 40 rows has all the values that Surv(sleep_days, asleep) ~ drink uses",
            check.Judgement.Sentence,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_computed_says_why()
    {
        string awake = InventedCohort.Text.Replace(",1,0\n", ",0,0\n", StringComparison.Ordinal)
            .Replace(",1,3\n", ",0,3\n", StringComparison.Ordinal)
            .Replace(",1,1\n", ",0,1\n", StringComparison.Ordinal);
        ClaimChecks checks = StudyMeasures.Compute(Samples.Invented, InventedCohort.Of(Samples.Invented, awake));

        Assert.Equal(Verdict.NotCheckable, checks["table1/Sleep/Tea#median"].Judgement.Verdict);
        Assert.Contains(
            "the Kaplan-Meier curve does not come down to one half",
            checks["table1/Sleep/Tea#median"].Judgement.Sentence,
            StringComparison.Ordinal);
        Assert.Contains("NoEvents", checks["text/Coffee#hr"].Judgement.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void One_place_can_be_computed_alone()
    {
        ClaimChecks checks = StudyMeasures.Compute(Samples.Paper, Samples.PaperCohort, "figure1b");

        Assert.Equal(["hr", "lower", "upper", "p"], checks.Select(check => check.Claim.Aspect));
        Assert.Contains(
            "places are table1, table2",
            Assert.Throws<SurvivalDataException>(() => StudyMeasures.Compute(Samples.Paper, Samples.PaperCohort, "table9")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_claim_of_the_paper_has_a_verdict_and_a_sentence()
    {
        Assert.Equal(Samples.Paper.Claims, Paper.Select(check => check.Claim));
        Assert.All(Paper, check => Assert.EndsWith(".", check.Judgement.Sentence, StringComparison.Ordinal));
        Assert.Equal(
            [
                "abstract/Study period > start#year", "abstract/Study period > end#year", "methods/Study period > start#year",
                "methods/Study period > end#year"
            ],
            Paper.Of(Verdict.NotCheckable).Select(c => c.Claim.Id));
    }

    [Fact]
    public void The_final_verdicts_are_the_recorded_ones() =>
        Assert.Empty(RecordedVerdicts.Load(Path.Combine(Samples.Folder, "verdicts.json"))
            .Compare(StudyAudit.Run(Samples.Paper, Samples.PaperCohort)));

    [Fact]
    public void The_P_of_a_figure_is_the_log_rank_tests_and_that_of_a_model_is_Walds()
    {
        Assert.Contains("Log-rank test", Paper["figure1a#p"].Judgement.Sentence, StringComparison.Ordinal);
        Assert.Contains("Wald test", Paper["text/OS univariate > NLR > 3#p"].Judgement.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table1/ECOG performance status/P#p")]
    [InlineData("table1/Primary site/P#p")]
    [InlineData("table1/Metastasis site/P#p")]
    [InlineData("table1/Age > Age ≥ 65 years/P#p")]
    [InlineData("table1/Cumulative dose intensity > Platinum/P#p")]
    [InlineData("table2/ORR (CR + PR)/P#p")]
    [InlineData("table2/DCR (CR + PR + SD)/P#p")]
    [InlineData("table3/Hematological > Leukopenia/P#p")]
    [InlineData("table3/Renal and electrolyte imbalance > Hyponatremia/P#p")]
    [InlineData("text/Any adverse events ≥ 3/All#%")]
    [InlineData("discussion/Primary site > Pancreas/Atezolizumab + EP#n")]
    [InlineData("text/Gene alterations > TP53#%")]
    [InlineData("discussion/Actionable alterations#%")]
    public void Figures_that_follow_from_counts_print_the_same(string id) =>
        Assert.Equal(Verdict.MatchesCohort, Paper[id].Judgement.Verdict);

    [Theory]
    [InlineData("discussion/ORR/EP alone#%", Verdict.Rounding)]
    [InlineData("discussion/Gene alterations > FBXW7#%", Verdict.Differs)]
    [InlineData("table2/Best response > PD/All#n", Verdict.Differs)]
    public void Printed_numbers_that_disagree_are_told_apart(string id, Verdict verdict) =>
        Assert.Equal(verdict, Paper[id].Judgement.Verdict);
}
