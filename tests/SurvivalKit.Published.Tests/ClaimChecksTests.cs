using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published.Tests;

public class ClaimChecksTests
{
    private static readonly Study Study = Samples.Paper;

    private static readonly ClaimChecks Checks = new(
        Study,
        Study.Check("figure1b#hr", 1.2),
        Study.Check("table2/Best response > PD/EP alone#n", 19),
        Study.Check("table1/Metastasis site > Liver/Atezolizumab + EP#%", 100 * 13 / 14.0),
        Study.Check("abstract/Study period > start#year", null));

    [Fact]
    public void Checks_stand_in_the_order_of_the_study_and_are_counted()
    {
        Assert.Equal(
            [
                "table1/Metastasis site > Liver/Atezolizumab + EP#%", "table2/Best response > PD/EP alone#n", "figure1b#hr",
                "abstract/Study period > start#year"
            ],
            Checks.Select(check => check.Claim.Id));
        Assert.Equal(1, Checks.CountOf(Verdict.Differs));
        Assert.Equal("Of 4 claims: 1 matches-cohort, 1 rounding, 1 differs, 1 not-checkable.", Checks.Summary);
        Assert.Equal("figure1b#hr", Assert.Single(Checks.Of(Verdict.Differs)).Claim.Id);
        Assert.Equal("figure1b#hr", Assert.Single(Checks.Of("figure1b")).Claim.Id);
    }

    [Fact]
    public void Of_two_checks_of_a_claim_the_less_favourable_stays()
    {
        var checks =
            new ClaimChecks(Study, Study.Check("figure1b#hr", 1.13), Study.Check("figure1b#hr", 2), Study.Check("figure1b#hr", null));

        Assert.Equal(Verdict.Differs, Assert.Single(checks).Judgement.Verdict);
    }

    [Fact]
    public void A_check_is_found_by_its_id()
    {
        Assert.Equal(Verdict.Differs, Checks["figure1b#hr"].Judgement.Verdict);
        Assert.Contains(
            "not among the 4 that were checked",
            Assert.Throws<SurvivalDataException>(() => Checks["figure1a#hr"]).Message,
            StringComparison.Ordinal);
        Assert.Contains("nearest", Assert.Throws<SurvivalDataException>(() => Checks["figure9#hr"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_make_a_frame()
    {
        DataFrame frame = Checks.ToDataFrame();

        Assert.Equal(
            ["id", "name", "place", "row", "column", "aspect", "printed", "computed", "verdict",
            "sentence"], frame.Columns.Select(c => c.Name));
        Assert.Equal("figure1b#hr", frame["id"][2]);
        Assert.Equal(1.2, frame["computed"][2]);
        Assert.Null(frame["row"][2]);
        Assert.Equal("differs", frame["verdict"][2]);
        Assert.Null(frame["computed"][3]);
    }

    [Fact]
    public void They_survive_json_with_full_precision()
    {
        string json = Checks.ToJson();
        using JsonDocument document = JsonDocument.Parse(json);
        ClaimChecks read = ClaimChecks.Parse(Study, json);

        Assert.Equal("ep-nec-2025", document.RootElement.GetProperty("study").GetString());
        Assert.Equal(1, document.RootElement.GetProperty("summary").GetProperty("matches-cohort").GetInt32());
        Assert.Equal(
            ["id", "name", "printed", "computed", "verdict", "sentence"],
            document.RootElement.GetProperty("claims")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(100 * 13 / 14.0, document.RootElement.GetProperty("claims")[0].GetProperty("computed").GetDouble());
        Assert.Equal(Checks.ToArray(), read.ToArray());
        Assert.Equal("application/vnd.survivalkit.checks+json", ClaimChecks.MediaType);
    }

    [Theory]
    [InlineData(
        "\"study\": \"ep-nec-2025\"", "\"study\": \"other\"", "$.study", "\"other\" was found; the study \"ep-nec-2025\" was expected.")]
    [InlineData(
        "\"id\": \"figure1b#hr\"", "\"id\": \"figure9#hr\"", "$.claims[2].id", "the study ep-nec-2025 has no claim \"figure9#hr\".")]
    [InlineData(
        "\"verdict\": \"differs\"",
        "\"verdict\": \"wrong\"",
        "$.claims[2].verdict",
        "\"wrong\" was found; one of \"recomputed\", \"matches-cohort\"")]
    public void Bad_json_is_an_error(string text, string changed, string path, string reason)
    {
        var error = Assert.Throws<StudyFileException>(
            () => ClaimChecks.Parse(Study, Checks.ToJson().Replace(text, changed, StringComparison.Ordinal)));

        Assert.Equal(path, error.JsonPath);
        Assert.StartsWith(reason, error.Reason, StringComparison.Ordinal);
    }
}
