using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class ReproduceCommandTests
{
    private static readonly (string Id, int Computed)[] AllClaims =
        [("table1/N/Bread#n", 4), ("table1/N/Butter#n", 4), ("table1/Hungry/Bread#n", 2), ("text/Hungry#n", 3)];

    [Fact]
    public async Task A_run_that_gives_the_recorded_verdicts_ends_with_0()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        CliRun recording = await study.Reproduce("--record");
        Assert.Equal(0, recording.ExitCode);
        Assert.Contains("Recorded: 4 verdicts, in ", recording.Output, StringComparison.Ordinal);

        CliRun run = await study.Reproduce();
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Snapshot.Matches("reproduce", run.Output.Replace(study.Report, "index.html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verdict_that_is_not_the_recorded_one_ends_with_2_and_names_the_claim()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        await study.Reproduce("--record");
        string recorded = await File.ReadAllTextAsync(study.Verdicts, TestContext.Current.CancellationToken);
        study.WriteCohort(hungry: 5);
        study.AddChecks("01-table.ipynb", [.. AllClaims[..3], ("text/Hungry#n", 5)]);

        CliRun run = await study.Reproduce();
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 claim is not as recorded.", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "text/Hungry#n: matches-cohort is recorded, unreachable was found. The joint search came no nearer than 5, where 3 is printed.",
            run.Output.Replace("5.0,", "5,", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal(recorded, await File.ReadAllTextAsync(study.Verdicts, TestContext.Current.CancellationToken));

        CliRun again = await study.Reproduce("--record");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("Recorded: 4 verdicts, 1 of them changed, in ", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await study.Reproduce()).ExitCode);
    }

    [Fact]
    public async Task A_claim_that_no_notebook_computes_ends_with_2_even_while_recording()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims[..3]);
        CliRun recording = await study.Reproduce("--record");
        Assert.Equal(2, recording.ExitCode);
        Assert.Contains("1 claim is not computed by a notebook.", recording.Output, StringComparison.Ordinal);
        Assert.Contains("text/Hungry#n: no notebook computed the claim.", recording.Output, StringComparison.Ordinal);

        JsonElement json = (await study.Reproduce("--json")).Json;
        Assert.Equal(["text/Hungry#n"], json.GetProperty("unchecked").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal(0, json.GetProperty("differences").GetArrayLength());
    }

    [Fact]
    public async Task A_notebook_whose_number_is_not_the_audits_ends_with_2()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        study.AddChecks("02-table.ipynb", ("text/Hungry#n", 7));
        CliRun run = await study.Reproduce("--record");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("1 number of a notebook is not the audit's.", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "text/Hungry#n: 02-table.ipynb, cell 3, computes 7, the audit has 3 from the same cohort.",
            run.Output,
            StringComparison.Ordinal);

        JsonElement json = (await study.Reproduce("--json")).Json;
        Assert.Equal("text/Hungry#n", Assert.Single(json.GetProperty("disagreements").EnumerateArray()).GetProperty("id").GetString());
        Assert.Equal(4, json.GetProperty("summary").EnumerateObject().Sum(verdict => verdict.Value.GetInt32()));
        Assert.Equal(
            ["01-table.ipynb", "02-table.ipynb"],
            json.GetProperty("notebooks").EnumerateArray().Select(one => one.GetProperty("notebook").GetString()));
    }

    [Fact]
    public async Task Without_a_cohort_the_print_alone_decides()
    {
        using var study = new TinyStudy();
        File.Delete(Path.Combine(study.Study, "cohort.csv"));
        study.AddChecks("01-table.ipynb", AllClaims);
        CliRun run = await study.Reproduce("--record", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.False(run.Json.GetProperty("summary").TryGetProperty("matches-cohort", out _));
        Assert.Equal(0, run.Json.GetProperty("disagreements").GetArrayLength());
    }

    [Fact]
    public async Task A_broken_cell_ends_with_1_and_is_named_while_the_other_notebooks_run()
    {
        using var study = new TinyStudy();
        study.Add(
            "01-broken.ipynb",
            "# Broken",
            "var x = 1;",
            "x = 2;\nthrow new System.InvalidOperationException(\"the cell is broken\");",
            "x");
        study.AddChecks("02-table.ipynb", AllClaims);

        CliRun run = await study.Reproduce("--record");
        Assert.Equal(1, run.ExitCode);
        string sentence = Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.StartsWith("survkit: 01-broken.ipynb: cell 3 (code cell 2), line 2: ", sentence, StringComparison.Ordinal);
        Assert.Contains("the cell is broken", sentence, StringComparison.Ordinal);
        Assert.Contains("Nothing was recorded", run.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(study.Verdicts));
        Assert.Contains(
            "01-broken.ipynb: cell 3",
            await File.ReadAllTextAsync(study.Report, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Executed_notebooks_are_written_and_those_of_old_names_removed()
    {
        using var study = new TinyStudy();
        study.AddChecks("01-table.ipynb", AllClaims);
        string source = await File.ReadAllTextAsync(Path.Combine(study.Notebooks, "01-table.ipynb"), TestContext.Current.CancellationToken);
        await study.Reproduce("--record");
        string executed = await File.ReadAllTextAsync(study.ExecutedNotebook("01-table.ipynb"), TestContext.Current.CancellationToken);
        Assert.Contains("vnd.survivalkit.checks", executed, StringComparison.Ordinal);
        Assert.Equal(
            source, await File.ReadAllTextAsync(Path.Combine(study.Notebooks, "01-table.ipynb"), TestContext.Current.CancellationToken));

        File.Move(Path.Combine(study.Notebooks, "01-table.ipynb"), Path.Combine(study.Notebooks, "02-table.ipynb"));
        await study.Reproduce();
        Assert.True(File.Exists(study.ExecutedNotebook("02-table.ipynb")));
        Assert.False(File.Exists(study.ExecutedNotebook("01-table.ipynb")));
    }

    [Fact]
    public async Task What_is_missing_is_named_before_anything_runs()
    {
        using var study = new TinyStudy();
        Assert.Equal($"survkit: {study.Notebooks}: the folder has no notebooks (.ipynb).\n", (await study.Reproduce()).Error);
        study.AddChecks("01-table.ipynb", AllClaims);
        Assert.Equal(
            $"survkit: {study.Verdicts}: there is no such file; survkit reproduce --record makes it.\n", (await study.Reproduce()).Error);
        await File.WriteAllTextAsync(study.Verdicts, "{\"study\": \"other\", \"verdicts\": {}}", TestContext.Current.CancellationToken);
        Assert.Equal(
            $"survkit: {study.Verdicts}: the verdicts are of the study other; tiny was expected.\n", (await study.Reproduce()).Error);
        CliRun run = await Survkit.Run("reproduce", study.Study + "-none");
        Assert.Equal($"survkit: {study.Study}-none: there is no such folder; the folder of a study was expected.\n", run.Error);
        Assert.Equal(1, run.ExitCode);
        Assert.False(File.Exists(study.Report));
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_named()
    {
        using var study = new TinyStudy();
        await File.WriteAllTextAsync(Path.Combine(study.Notebooks, "bad.ipynb"), "{}", TestContext.Current.CancellationToken);
        CliRun run = await study.Reproduce("--record");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bad.ipynb: at $: the key", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(study.Report));
    }

    [Fact]
    public async Task The_study_of_this_repository_is_reproduced_as_recorded()
    {
        using var artifacts = new TemporaryFolder();
        CliRun run =
            await Survkit.RunProcess(Path.Combine(Survkit.Repository, "src"), "reproduce", "--json", "--artifacts", artifacts.Path);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(9, run.Json.GetProperty("notebooks").GetArrayLength());
        Assert.True(run.Json.GetProperty("places").EnumerateArray().Sum(place => place.GetProperty("claims").GetInt32()) >= 350);
        Assert.Equal(0, run.Json.GetProperty("differences").GetArrayLength());
        Assert.Equal(0, run.Json.GetProperty("disagreements").GetArrayLength());
    }
}
