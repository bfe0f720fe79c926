using System.Text.Json;
using SurvivalKit.Published;

namespace SurvivalKit.Cli.Tests;

public class AuditCommandTests
{
    private static readonly string Folder = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");
    private static readonly string Tiny = Path.Combine(Survkit.Repository, "tests", "SurvivalKit.Cli.Tests", "Data", "tiny");

    [Fact]
    public async Task A_folder_or_its_study_file_is_audited_without_patient_data()
    {
        CliRun folder = await Survkit.Succeeds("audit", Folder);

        Assert.Contains("no patient data were used", folder.Output, StringComparison.Ordinal);
        Assert.Equal(folder.Output, (await Survkit.Succeeds("audit", Path.Combine(Folder, "study.json"), "--no-cohort")).Output);
    }

    [Fact]
    public async Task The_JSON_has_the_keys_of_the_contract_and_every_claim()
    {
        JsonElement json = (await Survkit.Succeeds("audit", Folder, "--json")).Json;

        Assert.Equal(["study", "headline", "summary", "contradictions",
            "claims"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("ep-nec-2025", json.GetProperty("study").GetString());
        JsonElement[] claims = [.. json.GetProperty("claims").EnumerateArray()];
        Assert.All(claims, claim => Assert.Equal(
            ["id", "name", "printed", "verdict", "computed", "method", "witness", "rule", "sentence"],
            claim.EnumerateObject().Select(property => property.Name)));
        Assert.All(claims, claim => Assert.NotEqual("", claim.GetProperty("witness").GetString()));
        Assert.Equal(claims.Length, json.GetProperty("summary").EnumerateObject().Sum(verdict => verdict.Value.GetInt32()));
        Assert.Equal(Study.Load(Folder).Claims.Select(claim => claim.Id), claims.Select(claim => claim.GetProperty("id").GetString()));
        JsonElement total = claims.Single(claim => claim.GetProperty("id").GetString() == "table2/Best response > PD/All#n");
        Assert.Equal(("inconsistent", 23), (total.GetProperty("verdict").GetString(), total.GetProperty("computed").GetDouble()));
    }

    [Fact]
    public async Task A_cohort_is_asked_where_print_does_not_determine_a_number()
    {
        CliRun file = await Survkit.Succeeds("audit", Folder, "--cohort", Path.Combine(Folder, "cohort.csv"), "--json");

        Assert.True(file.Json.GetProperty("summary").GetProperty("matches-cohort").GetInt32() > 0);
        Assert.False(
            (await Survkit.Succeeds("audit", Folder, "--json")).Json.GetProperty("summary").TryGetProperty("matches-cohort", out _));
        Assert.DoesNotContain("differs", file.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_verdict_alone_is_shown()
    {
        CliRun run = await Survkit.Succeeds("audit", Folder, "--verdict", "rounding", "--format", "csv");

        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("id,name,printed,verdict,computed,method,rule,witness,place,row,column,aspect,sentence", lines[0]);
        Assert.All(lines[1..], line => Assert.Contains(",rounding,", line, StringComparison.Ordinal));
        Assert.True(lines.Length > 5);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public async Task A_small_audit_is_shown_as(string format) =>
        Snapshot.Matches("audit-" + format, (await Survkit.Succeeds("audit", Tiny, "--format", format)).Output);

    [Theory]
    [InlineData(
        "survkit: --verdict differs: one of recomputed, matches-cohort, rounding, inconsistent, unreachable, not-checkable was expected.",
        "--verdict",
        "differs")]
    [InlineData("survkit: --no-cohort and --cohort x.csv were both given; one of them was expected.", "--no-cohort", "--cohort", "x.csv")]
    public async Task Arguments_that_cannot_be_are_refused(string sentence, params string[] options)
    {
        CliRun run = await Survkit.Run(["audit", Folder, .. options]);

        Assert.Equal((1, sentence + "\n", ""), (run.ExitCode, run.Error, run.Output));
    }

    [Fact]
    public async Task A_study_or_a_cohort_that_is_not_there_is_named()
    {
        CliRun study = await Survkit.Run("audit", "none.json");
        Assert.Equal(1, study.ExitCode);
        Assert.StartsWith("survkit: none.json", study.Error, StringComparison.Ordinal);

        CliRun cohort = await Survkit.Run("audit", Folder, "--cohort", "none.csv");
        Assert.Equal(1, cohort.ExitCode);
        Assert.Contains("none.csv", cohort.Error, StringComparison.Ordinal);
    }
}
