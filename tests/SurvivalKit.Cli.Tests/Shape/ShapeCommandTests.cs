using System.Globalization;
using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>Rows and person-time as <c>survkit shape</c> makes them: those of R, in files that every command reads.</summary>
public class ShapeCommandTests
{
    private static readonly JsonElement Fixture =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Survkit.Repository, "tests", "Fixtures", "shaping.json"))).RootElement;

    [Theory]
    [InlineData("split")]
    [InlineData("merge")]
    [InlineData("landmark")]
    [InlineData("person-time")]
    [InlineData("check")]
    public async Task Each_command_has_help(string command) =>
        Snapshot.Matches("help-shape-" + command, (await Survkit.Succeeds("shape", command, "--help")).Output);

    [Fact]
    public async Task The_commands_have_help() => Snapshot.Matches("help-shape", (await Survkit.Succeeds("shape", "--help")).Output);

    [Fact]
    public async Task Split_rows_are_those_of_R()
    {
        JsonElement one = Case("split", "veteran");
        CliRun run = await Survkit.Run(
            "shape", "split", Survkit.Sample(
                "veteran"), one.GetProperty("formula").GetString()!, "--cut", "60,120", "--id", "row", "--episode",
            "part");

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("veteran.csv: 137 rows split into 253.\n", run.Error, StringComparison.Ordinal);
        Same(one.GetProperty("expected"), run.Output, "row", "tstart", "time", "status", "part");
    }

    [Fact]
    public async Task Merged_rows_are_those_of_R()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Place("merged.csv");
        IEnumerable<string> events = Enumerable.Range(1, 7).SelectMany(i => (string[])["--event", $"infect=:etime{i}"]);
        CliRun run = await Survkit.Run([
            "shape", "merge", Path.Combine(
                Survkit.Repository, "tests", "Fixtures", "data", "cgd0.csv"), "--id", "id", "--stop", "futime", "-o",
            file, .. events]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Contains("cgd0.csv: infect: 44 within.\n", run.Error, StringComparison.Ordinal);
        Same(Case("merge", "cgd0").GetProperty("expected"), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
            "id", "tstart", "tstop", "infect");
    }

    [Fact]
    public async Task A_merge_reads_other_files_and_dates()
    {
        using var folder = new TemporaryFolder();
        string patients = folder.Write("patients.csv", "id,entry,exit,dead\n1,2020-01-01,2020-01-31,1\n2,2020-02-01,2020-02-11,0\n");
        string labs = folder.Write("labs.csv", "id,date,bili\n1,2019-12-30,1.5\n1,2020-01-11,2\n2,2020-02-04,3\n9,2020-02-04,3\n");

        CliRun run = await Survkit.Run(
            "shape", "merge", patients, "--id", "id", "--stop", "exit", "--origin", "entry", "--event", "death=:exit:dead", "--tdc",
            $"{labs}:date:bili", "--cumtdc", $"visits={labs}:date", "--tdcstart", "0");

        Assert.Equal(
            "id,entry,exit,dead,tstart,tstop,death,bili,visits\n"
            + "1,2020-01-01,2020-01-31,1,0,10,0,1.5,1\n1,2020-01-01,2020-01-31,1,10,30,1,2,2\n"
            + "2,2020-02-01,2020-02-11,0,0,3,0,0,0\n2,2020-02-01,2020-02-11,0,3,10,0,3,1\n",
            run.Output);
        Assert.EndsWith(
            "bili: 1 early, 2 within, 1 missid.\n" + "survkit: note: " + patients + ": visits: 1 early, 2 boundary, 1 missid.\n",
            run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_command_makes_another_reads()
    {
        using var folder = new TemporaryFolder();
        string split = folder.Place("split.csv");
        await Survkit.Run("shape", "split", Survkit.Sample("lung"), "Surv(time, status)", "--cut", "100,300", "-o", split);

        JsonElement whole = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), "Surv(time, status) ~ age + sex", "--json")).Json;
        JsonElement parts = (await Survkit.Succeeds("cox", split, "Surv(tstart, time, status) ~ age + sex", "--json")).Json;

        Fixtures.Same(
            whole.GetProperty("logLikelihood").GetProperty("model"), parts.GetProperty("logLikelihood").GetProperty("model"), "model");
    }

    [Fact]
    public async Task A_split_follows_a_scale()
    {
        CliRun run = await Survkit.RunWithInput(
            "time,status,age\n10,1,45\n"u8.ToArray(), "shape", "split", "-", "Surv(time, status) ~ tcut(age, 40, 50, 60)");

        Assert.Equal("age,tstart,time,status,age.band\n45,0,5,0,40+ thru 50\n45,5,10,1,50+ thru 60\n", run.Output);
    }

    [Fact]
    public async Task A_landmark_set_has_those_at_risk()
    {
        CliRun run = await Survkit.RunWithInput(
            "time,status,x\n5,1,a\n3,1,b\n9,0,c\n"u8.ToArray(), "shape", "landmark", "-", "Surv(time, status)", "--at", "3", "--reset",
            "--horizon", "4");

        Assert.Equal("x,landmark,time,status\na,3,2,1\nc,3,4,0\n", run.Output);
        Assert.Equal("survkit: note: standard input: 2 of 3 at risk at 3.\n", run.Error);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public async Task Person_time_is_shown_as(string format)
    {
        string text = (await Survkit.Succeeds(
            "shape", "person-time", Survkit.Sample("lung"), "Surv(time, status) ~ sex + tcut(age, c(50, 60, 70), scale = 365.25)", "--per",
            "100", "--format", format)).Output;
        Snapshot.Matches("person-time-" + format, format == "csv" ? Snapshot.WithFewDigits(text) : text);
    }

    [Fact]
    public async Task Person_time_is_that_of_R()
    {
        JsonElement one = Case("personTime", "age");
        JsonElement json = (await Survkit.Succeeds(
            "shape", "person-time", Survkit.Sample("lung"), one.GetProperty("formula").GetString()!, "--json")).Json;

        JsonElement[] cells = [.. json.GetProperty("cells").EnumerateArray()];
        string[] levels = [.. one.GetProperty("levels").EnumerateArray().Select(Words)];
        Assert.Equal(levels.Length, cells.Length);
        Fixtures.Same(one.GetProperty("offTable"), json.GetProperty("offTable"), "off table");
        foreach (JsonElement cell in cells)
        {
            int place = Array.IndexOf(levels, Words(cell.GetProperty("levels")));
            foreach (string name in (string[])["personTime", "n", "events", "lower", "upper"])
            {
                Fixtures.Same(one.GetProperty(name == "personTime" ? "pyears" : name)[place], cell.GetProperty(name), name);
            }
        }

        static string Words(JsonElement levels) => string.Join("|", levels.EnumerateArray().Select(level => level.GetString()));
    }

    [Theory]
    [InlineData(
        "--event was given without --cut; times to split at were expected.", "split", "lung.csv", "Surv(time, status)", "--event", "x")]
    [InlineData("--at a,b was expected; survkit shape landmark --help says more.", "landmark", "lung.csv", "Surv(time, status)")]
    [InlineData("--cut x: times with commas between them was expected.", "split", "lung.csv", "Surv(time, status)", "--cut", "1,x")]
    [InlineData("--horizon 0: a time after 0 was expected.", "landmark", "lung.csv", "Surv(time, status)", "--at", "1", "--horizon", "0")]
    [InlineData("a command was expected; survkit shape --help lists those there are.")]
    public async Task Wrong_arguments_end_in_one_sentence(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(["shape", .. arguments]);
        Assert.Equal(("survkit: " + sentence + "\n", "", 1), (run.Error, run.Output, run.ExitCode));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a:b:c:d")]
    [InlineData("labs.csv::x")]
    [InlineData("=labs.csv:day")]
    public async Task A_variable_that_cannot_be_read_is_one_sentence(string text)
    {
        CliRun run = await Survkit.RunWithInput(
            "id,stop\n1,5\n"u8.ToArray(), "shape", "merge", "-", "--id", "id", "--stop", "stop", "--tdc", text);
        Assert.Equal(
            $"survkit: --tdc {text}: [NAME=]FILE:TIME[:VALUE] was expected, as in bili=labs.csv:day:bilirubin; without FILE it is DATA.\n",
            run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    private static JsonElement Case(string list, string name) =>
        Fixture.GetProperty(list).EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);

    private static void Same(JsonElement expected, string csv, params string[] columns)
    {
        string[][] lines = [.. csv.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        foreach (string column in columns)
        {
            int place = Array.IndexOf(lines[0], column);
            Assert.Equal(
                expected.GetProperty(column).EnumerateArray().Select(value => value.GetDouble()),
                lines[1..].Select(line => double.Parse(line[place], CultureInfo.InvariantCulture)));
        }
    }
}
