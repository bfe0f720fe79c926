using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published.Tests;

/// <summary>The audit as a whole: its content and its printed forms.</summary>
public class StudyAuditTests
{
    private static readonly StudyAudit Paper = StudyAudit.Run(Samples.Paper);

    public static TheoryData<string> Audits => ["paper", "paper with its cohort", "invented", "invented with its cohort"];

    [Theory]
    [MemberData(nameof(Audits))]
    public void Every_claim_has_a_verdict_and_a_sentence_in_the_order_of_the_study(string which)
    {
        StudyAudit audit = which switch
        {
            "paper" => Paper,
            "paper with its cohort" => StudyAudit.Run(Samples.Paper, Samples.PaperCohort),
            "invented" => StudyAudit.Run(Samples.Invented),
            _ => StudyAudit.Run(Samples.Invented, InventedCohort.Of(Samples.Invented)),
        };

        Assert.Equal(audit.Study.Claims, audit.Claims.Select(claim => claim.Claim));
        Assert.All(audit.Claims, claim => Assert.NotEqual(Verdict.Differs, claim.Judgement.Verdict));
        Assert.All(audit.Claims, claim => Assert.Matches(@"^[\dA-Z<>.−].*\.$", claim.Judgement.Sentence));
        Assert.All(audit.Of(Verdict.Inconsistent), claim => Assert.NotNull(claim.Judgement.Witness));
        Assert.All(audit.Claims, claim => Assert.Equal(claim.Judgement.Verdict == Verdict.Rounding, claim.Judgement.Rule is not null));
        Assert.Equal(audit.Claims.Length, audit.Counts().Sum(pair => pair.Value));
        Assert.Equal(which.EndsWith("cohort", StringComparison.Ordinal), audit.HasCohort);
        Assert.Contains(
            audit.Claims, claim => audit.HasCohort == (claim.Judgement.Verdict is Verdict.MatchesCohort or Verdict.Unreachable));
    }

    [Fact]
    public void Claims_are_found_by_id()
    {
        Assert.Equal(Verdict.Inconsistent, Paper["table2/Best response > PD/All#n"].Judgement.Verdict);
        Assert.Throws<SurvivalDataException>(() => Paper["table9#n"]);
        Assert.Equal(Paper.Of(Verdict.Inconsistent).Select(claim => claim.Claim.Id), Paper.Inconsistent);
    }

    [Fact]
    public void The_frame_has_a_row_a_claim()
    {
        DataFrame frame = Paper.ToDataFrame();

        Assert.Equal(
            ["id", "name", "printed", "verdict", "computed", "method", "rule", "witness", "place", "row", "column", "aspect", "sentence"],
            frame.Columns.Select(column => column.Name));
        Assert.Equal(Paper.Claims.Length, frame.Rows.Count);
    }

    [Fact]
    public void The_JSON_is_that_of_the_contract()
    {
        JsonElement json = JsonDocument.Parse(Paper.ToRecord().ToJson()).RootElement;

        Assert.Equal(
            ["study", "headline", "summary", "contradictions", "claims"], json.EnumerateObject().Select(property => property.Name));
        Assert.All(json.GetProperty("claims").EnumerateArray(), claim =>
        {
            Assert.Equal(
                ["id", "name", "printed", "verdict", "computed", "method", "witness", "rule", "sentence"],
                claim.EnumerateObject().Select(property => property.Name));
            Assert.Equal(JsonValueKind.String, claim.GetProperty("witness").ValueKind);
        });
        Assert.Equal(Paper.Of(Verdict.Inconsistent).Length, json.GetProperty("summary").GetProperty("inconsistent").GetInt32());
    }

    [Fact]
    public void The_summary_is_a_sentence_the_counts_and_what_does_not_hold()
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Cells("Male", "n", ("All", "12"), ("A", "4"), ("B", "9")).Audit();

        Assert.Equal(
            """
            1 of 3 printed numbers contradicts others: Table 1, Male, number, all patients: printed 12; the others give 13.
            - Table 1, Male, number, all patients, printed 12 (table entry): A and B print 4 + 9 = 13, where 12 is printed for all patients; the nearest possible number is 13.
            small: 3 printed numbers were tried against each other; no patient data were used.
                 1  inconsistent    No reading was found under which it holds together with other printed numbers.
                 2  not-checkable   No other printed number determines it, or no column could hold it.
            """.ReplaceLineEndings("\n"),
            audit.Summary);
    }

    [Fact]
    public void A_study_without_contradictions_says_so()
    {
        StudyAudit audit = new SmallStudy(("A", 14), ("B", 42)).Row(
            "Male", "\"measure\": \"count\", \"column\": \"sex\", \"equals\": \"Male\"")
            .Cells("Male", "n", ("All", "13"), ("A", "4"), ("B", "9")).Audit();

        Assert.StartsWith("None of 3 printed numbers contradicts the others.\n", audit.Summary, StringComparison.Ordinal);
    }
}
