namespace SurvivalKit.Published.Tests;

/// <summary>The draft against the study file that was written by hand, from the printed tables of that study alone.</summary>
public class PaperDraftTests
{
    private static readonly Study Draft = StudyDraft.Read(PrintedPaper.TablesOf(Samples.Paper)).Study;

    [Fact]
    public void Nine_of_ten_claims_of_the_tables_are_at_their_place()
    {
        Claim[] byHand = [.. Samples.Paper.Claims.Where(claim => claim.Place.StartsWith("table", StringComparison.Ordinal))];
        var drafted = Draft.Claims.Select(Key).ToHashSet();

        Assert.Equal(329, byHand.Length);
        Assert.True(byHand.Count(claim => drafted.Contains(Key(claim))) >= 0.98 * byHand.Length);
        Assert.True(byHand.Count(claim => Draft.Find(claim.Id)?.Printed == claim.Printed) >= 0.9 * byHand.Length);

        static (string, string?, string, double) Key(Claim claim) => (claim.Place, claim.Column, claim.Aspect, claim.Value);
    }

    [Fact]
    public void The_audit_of_the_unedited_draft_finds_the_contradictions_of_the_tables_and_no_other() => Assert.Equal(
        StudyAudit.Run(Samples.Paper).Inconsistent.Where(id => id.StartsWith("table", StringComparison.Ordinal)),
        StudyAudit.Run(Draft).Inconsistent);

    [Fact]
    public void The_draft_fits_the_schema() => Assert.Empty(
        new SchemaWalker(System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(Samples.Folder, "study.schema.json")))!)
            .Errors(System.Text.Json.Nodes.JsonNode.Parse(BreadTrial.Draft.ToStudyFile())));
}
