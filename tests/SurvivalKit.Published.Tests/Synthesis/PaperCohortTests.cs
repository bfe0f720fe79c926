using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published.Tests;

public class PaperCohortTests
{
    private static readonly Cohort Cohort = Samples.PaperCohort;

    private static readonly ClaimChecks Checks = StudyMeasures.Compute(Samples.Paper, Cohort);

    private static readonly ImmutableArray<SynthesisFigure> Figures = SynthesisFigures.Compare(Cohort, StudyAudit.Run(Samples.Paper));

    [Fact]
    public void Counts_measurements_and_alterations_are_made_again_from_the_study_file_to_the_byte()
    {
        // Times and events took minutes to find; of the rest only the best response depends on them.
        Cohort made = CohortSynthesizer.Run(
            Samples.Paper,
            new() { Seed = Samples.Seed, Starts = 1, Steps = 1, MayBeMissing = false },
            cancellation: TestContext.Current.CancellationToken).Cohort;
        string[] sought = ["pfs_months", "pfs_event", "os_months", "os_event", "ldh_high", "nlr_high", "best_response"];
        string[] columns = [.. Samples.Paper.Variables.Select(variable => variable.Name).Except(sought)];

        Assert.Equal(27, columns.Length);
        Assert.Equal(Text(Cohort.Patients, columns), Text(made.Patients, columns));
        Assert.Equal(Text(Cohort.Alterations!, ["patient", "gene", "kind"]), Text(made.Alterations!, ["patient", "gene", "kind"]));
        Assert.Equal(Text(Cohort.Sequenced!, ["patient", "tmb", "msi"]), Text(made.Sequenced!, ["patient", "tmb", "msi"]));
    }

    [Fact]
    public void All_counts_of_the_tables_hold_by_arm_and_in_total_but_where_the_printed_columns_disagree() => Assert.Equal(
        ["table2/Best response > PD/All#n"],
        Checks.Where(check => check.Claim.Place.StartsWith("table", StringComparison.Ordinal)
            && check.Claim.Aspect is "n" or "n1" or "n2"
            && check.Judgement.Verdict != Verdict.MatchesCohort)
            .Select(check => check.Claim.Id));

    [Fact]
    public void Every_mean_median_and_standard_deviation_that_is_not_inconsistent_holds_and_so_do_the_t_tests() => Assert.All(
        Figures.Where(figure => figure.Claim.Place == "table1" && figure.LeftOut is null),
        figure => Assert.True(figure.PrintsSame, figure.Claim.Id));

    [Fact]
    public void Medians_and_ranges_of_survival_hold_by_arm_and_overall()
    {
        ClaimCheck[] checks = [.. Checks.Where(
            check => check.Claim.Row?.StartsWith("Survival > ", StringComparison.Ordinal) == true && check.Claim.Column != ColumnNames.P)];

        Assert.Equal(18, checks.Length);
        Assert.All(checks, check => Assert.Equal(Verdict.MatchesCohort, check.Judgement.Verdict));
    }

    [Fact]
    public void Hazard_ratios_lie_on_the_printed_side_of_1() => Assert.All(
        Checks.Where(check => check.Claim.Aspect == "hr"),
        check => Assert.Equal(check.Claim.Value > 1, check.Judgement.Computed > 1));

    [Fact]
    public void Figures_that_the_search_did_not_reach_are_those_that_the_readme_names()
    {
        string readme = File.ReadAllText(Path.Combine(Samples.Folder, "README.md"));

        Assert.All(
            Figures.Where(figure => figure is { PrintsSame: false, LeftOut: null }),
            figure => Assert.Contains("`" + figure.Claim.Id + "`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_progresses_after_the_end_of_observation_and_every_death_is_an_event_of_both() => Assert.All(Rows(), row =>
    {
        Assert.True((double)row["pfs_months"] <= (double)row["os_months"]);
        Assert.True((int)row["os_event"] == 0 || (int)row["pfs_event"] == 1);
    });

    [Fact]
    public void Progressive_disease_is_an_early_event()
    {
        Assert.All(Rows().Where(row => (string)row["best_response"] == "PD"), row => Assert.Equal(1, row["pfs_event"]));
        foreach (StudyArm arm in Samples.Paper.Arms)
        {
            DataFrameRow[] rows = [.. Rows().Where(row => (string)row["arm"] == arm.Name)];
            Assert.True(
                rows.Where(row => (string)row["best_response"] == "PD").Max(row => (double)row["pfs_months"])
                <= rows.Where(row => (string)row["best_response"] == "PR" && (int)row["pfs_event"] == 1)
                    .Min(row => (double)row["pfs_months"]));
        }
    }

    [Fact]
    public void The_columns_that_sum_adverse_events_up_agree_with_the_events()
    {
        string[] events = [.. Samples.Paper.Variable("ae_any_grade_3").AnyOf];
        Assert.All(Rows(), row =>
        {
            foreach (int grade in (int[])[3, 4, 5])
            {
                Assert.Equal(events.Any(column => (int)row[column] == grade) ? grade : 0, row[$"ae_any_grade_{grade}"]);
            }
        });
        Assert.Equal(26, Rows().Count(row => events.Any(column => (int)row[column] >= 3)));
    }

    [Fact]
    public void Alterations_are_those_of_sequenced_patients_with_kinds_that_the_study_names()
    {
        DataFrame alterations = Cohort.Alterations!;
        string[] sequenced = [.. Cohort.Sequenced!.Rows.Select(row => (string)row["patient"])];
        (string Patient, string Gene)[] pairs = [.. alterations.Rows.Select(row => ((string)row["patient"], (string)row["gene"]))];

        Assert.Distinct(sequenced);
        Assert.Distinct(pairs);
        Assert.All(pairs, pair => Assert.Contains(pair.Patient, sequenced));
        Assert.Equal(9, pairs.Count(pair => pair.Gene == "TP53"));
        Assert.Equal(Samples.Paper.Sequencing!.Genes.Select(gene => gene.Gene).Order(), pairs.Select(pair => pair.Gene).Distinct().Order());
        Assert.All(alterations.Rows, row => Assert.Contains(
            (string)row["kind"],
            Samples.Paper.Sequencing.Genes.Single(gene => gene.Gene == (string)row["gene"]).Kinds));
    }

    private static string Text(DataFrame frame, string[] columns) =>
        string.Join('\n', frame.Rows.Select(row => string.Join(',', columns.Select(column => row[column]))));

    private static DataFrameRow[] Rows() => [.. Cohort.Patients.Rows];
}
