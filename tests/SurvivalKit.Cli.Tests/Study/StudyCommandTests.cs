using System.Text;
using System.Text.Json;
using SurvivalKit.Published;

namespace SurvivalKit.Cli.Tests;

public sealed class StudyCommandTests : IDisposable
{
    internal const string Paper = """
        # Tea for two, an invented trial

        ## Results

        **Table 1.** Baseline characteristics

        Characteristics	Tea (N = 20)	Hot water (N = 40)
        Thirst, n (%)	5 (25.0)	10 (25.0)
        Mood	good	bad

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("draft")]
    [InlineData("check")]
    [InlineData("edit")]
    public async Task Each_command_has_help(string command) =>
        Snapshot.Matches("help-study-" + command, (await Survkit.Succeeds("study", command, "--help")).Output);

    [Fact]
    public async Task The_commands_have_help() => Snapshot.Matches("help-study", (await Survkit.Succeeds("study", "--help")).Output);

    [Fact]
    public async Task A_draft_is_a_study_file_and_says_how_much_is_open()
    {
        CliRun run = await Survkit.Run("study", "draft", _folder.Write("tea.md", Paper));

        Study study = Study.Parse(run.Output);
        Assert.Equal((0, "tea", 2), (run.ExitCode, study.Id, study.Arms.Length));
        Assert.Contains("6 claims, 4 remarks on what was not understood", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_standard_input_can_be_written_to_a_file_and_audited()
    {
        string file = _folder.Place("study.json");

        CliRun run = await Survkit.RunWithInput(
            Encoding.UTF8.GetBytes(Paper), "study", "draft", "-", "--id", "tea-trial", "--out", file);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        JsonElement audit = (await Survkit.Succeeds("audit", file, "--json")).Json;
        Assert.Equal("tea-trial", audit.GetProperty("study").GetString());
    }

    [Theory]
    [InlineData("nowhere.md: there is no such file.", "nowhere.md", "")]
    [InlineData("diary.md: No two arms with their numbers of patients were found", "diary.md", "Dear diary.")]
    [InlineData("cells.xlsx: files of the kind .xlsx cannot be read", "cells.xlsx", "PK")]
    public async Task What_is_no_paper_is_one_sentence(string expected, string name, string text)
    {
        CliRun run = await Survkit.Run("study", "draft", text.Length == 0 ? _folder.Place(name) : _folder.Write(name, text));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--arm Tea: a name", "Tea", "Water=3")]
    [InlineData("--arm Tea=2.5: a name", "Tea=2.5", "Water=3")]
    [InlineData("--arm Tea=4: a name", "Tea=3", "Tea=4")]
    [InlineData("--arm was given once", "Tea=3", null)]
    public async Task A_wrong_arm_is_one_sentence(string expected, string first, string? second)
    {
        string[] more = second is null ? [] : ["--arm", second];

        CliRun run = await Survkit.Run(["study", "draft", _folder.Write("tea.md", Paper), "--arm", first, .. more]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_understood_is_shown_beside_the_cells()
    {
        CliRun run = await Survkit.Succeeds("study", "check", await Drafted());

        Assert.Contains("n 5, % 25.0", run.Output, StringComparison.Ordinal);
        Assert.Contains("good [1]", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Survkit.Run("study", "check", await Drafted(), "--fail")).ExitCode);
        string known = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");
        Assert.Equal(0, (await Survkit.Run("study", "check", known, "--fail")).ExitCode);
    }

    [Fact]
    public async Task The_edit_asks_only_about_what_is_open_and_writes_the_answers()
    {
        string file = await Drafted();
        Study before = Study.Load(file);

        CliRun run = await Survkit.RunWithInput("perhaps\nreference Tea\n\nok\n"u8.ToArray(), "study", "edit", file);

        Study after = Study.Load(file);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"1 of {before.Remarks.Length}: arms", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"perhaps\" is no answer; ok or reference ARM was expected.", run.Output, StringComparison.Ordinal);
        Assert.Equal(("Tea", before.Remarks.Length - 2), (after.ReferenceArm.Name, after.Remarks.Length));
        Assert.Contains("2 answers; 2 remarks left open.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_to_another_file_leaves_the_first_as_it_is()
    {
        string file = await Drafted();
        string before = File.ReadAllText(file);

        await Survkit.RunWithInput("ok\n"u8.ToArray(), "study", "edit", file, "--out", _folder.Place("edited.json"));

        Assert.Equal(before, File.ReadAllText(file));
        Assert.Equal(Study.Parse(before).Remarks.Length - 1, Study.Load(_folder.Place("edited.json")).Remarks.Length);
    }

    private async Task<string> Drafted()
    {
        string file = _folder.Place("study.json");
        await Survkit.Run("study", "draft", _folder.Write("tea.md", Paper), "--out", file);
        return file;
    }
}
