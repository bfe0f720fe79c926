using System.Text.Json.Nodes;

namespace SurvivalKit.Published.Tests;

public class CohortSynthesizerTests
{
    private static readonly Cohort Cohort = Samples.Synthesize(Samples.Invented, 1);

    private static readonly ClaimChecks Checks = StudyMeasures.Compute(Samples.Invented, Cohort);

    [Fact]
    public void A_study_of_three_arms_gets_its_counts_means_and_medians()
    {
        Assert.Equal(40, Cohort.Count);
        Assert.Null(Cohort.Alterations);
        Assert.All(
            Checks.Where(check => check.Claim.Checkable && check.Claim.Aspect is not ("hr" or "lower" or "upper")),
            check => Assert.Equal(Verdict.MatchesCohort, check.Judgement.Verdict));
    }

    [Fact]
    public void A_hazard_ratio_lies_on_the_printed_side_of_1() =>
        Assert.InRange(Checks["text/Coffee#hr"].Judgement.Computed!.Value, 0, 0.99);

    [Fact]
    public void The_same_seed_gives_the_same_cohort_and_another_seed_another()
    {
        Assert.Equal(Text(Cohort), Text(Samples.Synthesize(Samples.Invented, 1)));
        Assert.NotEqual(Text(Cohort), Text(Samples.Synthesize(Samples.Invented, 2)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void A_mean_that_whole_numbers_cannot_have_is_come_as_near_as_they_can(ulong seed)
    {
        // Twelve whole numbers have means in steps of 1/12; 70.25 is one, 70.3 lies between two.
        Study study = Study.Parse(Samples.InventedWith(root =>
        {
            root["variables"]![2]!["decimals"] = 0;
            (root["claims"]![3]!["printed"], root["claims"]![3]!["value"]) = ("70.30", 70.3);
        }));
        double mean = StudyMeasures.Compute(study, Samples.Synthesize(study, seed))["table1/Weight/Tea#mean"].Judgement.Computed!.Value;

        Assert.Equal(70 + (4 / 12.0), mean, 12);
    }

    [Fact]
    public void Values_respect_cut_points_and_missing_counts()
    {
        Study study = Study.Parse(Samples.InventedWith(root =>
        {
            Add(root, """{"place": "table1", "row": "Heavy", "measure": "count", "column": "weight", "above": 80}""", "Heavy", "Tea", 2);
            Add(
                root,
                """{"place": "table1", "row": "Not weighed", "measure": "count", "column": "weight", "missing": true}""",
                "Not weighed",
                "Tea",
                3);
        }));
        double?[] tea = [.. Samples.Synthesize(study, 5).Patients.Rows.Take(12).Select(row => row["weight"]).Cast<double?>()];

        Assert.Equal(2, tea.Count(weight => weight > 80));
        Assert.Equal(3, tea.Count(weight => weight is null));
    }

    [Fact]
    public void Cut_points_that_contradict_each_other_are_an_error()
    {
        Study study = Study.Parse(Samples.InventedWith(root =>
        {
            Add(
                root,
                """{"place": "table1", "row": "Above 60", "measure": "count", "column": "weight", "above": 60}""",
                "Above 60",
                "Tea",
                2);
            Add(
                root,
                """{"place": "table1", "row": "Above 80", "measure": "count", "column": "weight", "above": 80}""",
                "Above 80",
                "Tea",
                3);
        }));

        Assert.Equal(
            "The printed counts of \"weight\" in the arm \"Tea\" contradict each other or its range.",
            Assert.Throws<SurvivalDataException>(() => Samples.Synthesize(study, 1)).Message);
    }

    [Fact]
    public void More_patients_than_an_arm_has_are_an_error()
    {
        Study study = Study.Parse(Samples.InventedWith(root =>
            Add(
                root,
                """{"place": "table1", "row": "Small cup", "measure": "count", "column": "cup", "equals": "small"}""",
                "Small cup",
                "Tea",
                12)));

        Assert.Equal(
            "The study prints 13 patients by the levels of \"cup\" in the arm \"Tea\", which has 12.",
            Assert.Throws<SurvivalDataException>(() => Samples.Synthesize(study, 1)).Message);
    }

    [Fact]
    public void A_count_that_an_arm_cannot_have_is_left_out()
    {
        Study study =
            Study.Parse(Samples.InventedWith(root => (root["claims"]![9]!["printed"], root["claims"]![9]!["value"]) = ("13", 13)));

        SynthesisResult result =
            CohortSynthesizer.Run(study, Samples.Short with { Seed = 1 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Contains(result.LeftOut, figure => figure.Claim.Id == "table1/Large cup/Tea#n"
            && figure.LeftOut!.Contains("12 patients of Tea", StringComparison.Ordinal));
    }

    [Fact]
    public void A_study_without_endpoints_gets_a_cohort_too()
    {
        Study study = Study.Parse(Samples.InventedWith(root =>
        {
            root["endpoints"] = new JsonArray();
            RemoveAll(root, "rows", row => row["endpoint"] is not null);
            RemoveAll(root, "claims", claim => claim["id"]!.GetValue<string>() is var id
                && (id.Contains("Sleep", StringComparison.Ordinal) || id.Contains("text/Coffee", StringComparison.Ordinal)));
        }));

        Assert.Equal(40, Samples.Synthesize(study, 1).Count);
    }

    private static void Add(JsonNode root, string row, string name, string arm, int count)
    {
        ((JsonArray)root["rows"]!).Add(JsonNode.Parse(row));
        ((JsonArray)root["claims"]!).Add(JsonNode.Parse(FormattableString.Invariant(
            $$"""{"id": "table1/{{name}}/{{arm}}#n", "place": "table1", "row": "{{name}}", "column": "{{arm}}", "aspect": "n", "printed": "{{count}}", "value": {{count}}, "decimals": 0}""")));
    }

    private static void RemoveAll(JsonNode root, string list, Func<JsonNode, bool> unwanted)
    {
        var items = (JsonArray)root[list]!;
        foreach (JsonNode? item in items.Where(item => unwanted(item!)).ToArray())
        {
            items.Remove(item);
        }
    }

    private static string Text(Cohort cohort) => string.Join('\n', cohort.Patients.Rows.Select(row => string.Join(',', row)));
}
