namespace SurvivalKit.Cli.Tests;

/// <summary>The program as a shell runs it: every bad input ends in one sentence on standard error and exit code 1, and leaves no
/// files.</summary>
public class BadInputTests
{
    private const string Header = "time,status,sex\n";

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "km", "", "Surv(time, status) ~ sex", "data.csv: the file is empty; a header line and rows were expected." },
        { "km", Header, "Surv(time, status) ~ sex", "data.csv: the file has a header but no rows; at least one row was expected." },
        { "cox", Header + "1,1,0\n2,3,1\n", "Surv(time, status) ~ sex",
            "data.csv, row 2, column \"status\": 3 is no status; 0/1, 1/2 or logical was expected." },
        { "cox", Header + "1,1,0\n2,1,1\n", "Surv(time, status) ~ pspline(sex)",
            "formula, column 22: pspline() is not supported; ns(), bs(), nsk() or rcs() with given degrees of freedom were expected. In: Surv(time, status) ~ pspline(sex)" },
        { "km", "start,stop,event\n0,5,1\n7,6,0\n", "Surv(start, stop, event) ~ 1",
            "data.csv, row 2, column \"stop\": 6 is not after its start 7; stop > start was expected." },
        { "logrank", Header + "1,1,1\n2,1,1\n", "Surv(time, status) ~ sex",
            "data.csv: there is only one group (sex=1) in Surv(time, status) ~ sex; two or more were expected." },
        { "logrank", Header + "1,0,1\n2,0,2\n", "Surv(time, status) ~ sex",
            "data.csv: no event was observed in Surv(time, status) ~ sex; at least one was expected." },
        { "cox", Header + "1,0,1\n2,0,2\n", "Surv(time, status) ~ sex",
            "data.csv: no event was observed in Surv(time, status) ~ sex; at least one was expected." },
        { "cox", Header
            + "1,1,0\nsoon,1,1\n3,0,1\n", "Surv(time, status) ~ sex", "data.csv, row 2, column \"time\": \"soon\" is not a number." },
        { "cox", Header
            + "1,1,0\n2,1\n", "Surv(time, status) ~ sex", "data.csv: row 2 (line 3) has 2 values; 3 were expected, as in the header." },
        { "cox", Header + "1,1,0\n2,1,1\n", "Surv(time, dead) ~ sex",
            "formula, column 12: there is no column \"dead\" in data.csv; the columns are time, status, sex. In: Surv(time, dead) ~ sex" },
        { "cox", Header + "1,1,0\n2,1,1\n", "Surv(time, status ~ sex",
            "formula, column 19: \",\" or \")\" was expected, \"~\" was found. In: Surv(time, status ~ sex" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Bad_data_end_in_one_sentence(string command, string data, string formula, string sentence)
    {
        using var folder = new TemporaryFolder();
        folder.Write("data.csv", data);
        CliRun run = await Survkit.RunProcess(folder.Path, command, "data.csv", formula, "--out", "result.txt");
        Assert.Equal("survkit: " + sentence, run.Error.TrimEnd());
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal(["data.csv"], folder.Files);
    }

    [Theory]
    [InlineData("km")]
    [InlineData("logrank")]
    [InlineData("cox")]
    public async Task A_missing_file_is_named(string command)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.RunProcess(folder.Path, command, "missing.csv", "Surv(time, status) ~ sex", "--out", "result.txt");
        Assert.Equal("survkit: missing.csv: there is no such file.", run.Error.TrimEnd());
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_group_column_that_is_not_there_is_named()
    {
        CliRun run = await Survkit.Run("table1", Survkit.Sample("ovarian"), "--by", "arm");
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(
            "ovarian.csv, column \"arm\": there is no such column; the columns are futime, fustat, age, resid.ds, rx, ecog.ps.\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_are_negative_are_refused()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("data.csv", "time,status,x,w\n1,1,0,1\n2,1,1,-1\n3,0,1,1\n");
        CliRun run = await Survkit.Run("cox", data, "Surv(time, status) ~ x", "--weights", "w");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"survkit: {data}, row 2, column \"w\": -1 is no weight; a finite one of 0 or more was expected.\n", run.Error);
    }
}
