namespace SurvivalKit.Cli.Tests;

/// <summary>The options of every command that reads DATA.</summary>
public class DataOptionTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    [Theory]
    [InlineData("km")]
    [InlineData("logrank")]
    [InlineData("cox")]
    [InlineData("table1")]
    public async Task Rows_are_chosen_and_their_number_is_told(string command)
    {
        string[] what = command == "table1" ? ["--by", "sex"] : [Formula];
        CliRun run = await Survkit.Run([command, Survkit.Sample("lung"), .. what, "--where", "age > 60 & ph.ecog %in% c(0, 1)"]);

        Assert.Equal(0, run.ExitCode);
        Assert.EndsWith("lung.csv: 96 of 228 rows where age > 60 & ph.ecog %in% c(0, 1).\n", run.Error, StringComparison.Ordinal);
        CliRun none = await Survkit.Run([command, Survkit.Sample("lung"), .. what, "--where", "age > 600"]);
        Assert.Equal(1, none.ExitCode);
        Assert.EndsWith("in none of the 228 rows is age > 600 true; at least one was expected.\n", none.Error, StringComparison.Ordinal);
        CliRun unknown = await Survkit.Run([command, Survkit.Sample("lung"), .. what, "--where", "agee > 60"]);
        Assert.Contains("there is no column \"agee\"", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--separator", ";")]
    [InlineData("--separator", "semicolon")]
    [InlineData("--decimal", ",")]
    [InlineData("--decimal", "comma")]
    [InlineData("--encoding", "latin1")]
    [InlineData("--dates", "dmy")]
    [InlineData("--missing", ".,NULL")]
    public async Task The_form_of_the_file_can_be_given(string option, string value)
    {
        string[] plain = ["km", FilesPeopleHaveTests.Case("semi.csv"), "Surv(time, status) ~ arm", "--format", "csv"];
        CliRun run = await Survkit.Run([.. plain, option, value]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((await Survkit.Run(plain)).Output, run.Output);
    }

    [Theory]
    [InlineData("--separator", ";;", "--separator ;;: one sign")]
    [InlineData("--decimal", "x", "--decimal x: one of")]
    [InlineData("--encoding", "klingon", "There is no encoding \"klingon\"")]
    [InlineData("--dates", "ydm", "--dates ydm: one of dmy, mdy, ymd was expected.")]
    [InlineData("--adtte", "OS", "column \"PARAMCD\": an ADTTE set has it")]
    [InlineData("--id", "nobody", "there is no column \"nobody\"")]
    public async Task A_wrong_value_is_one_sentence(string option, string value, string sentence)
    {
        CliRun run = await Survkit.Run("km", Survkit.Sample("lung"), Formula, option, value);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task An_analysis_set_is_read_by_its_parameter()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("adtte.csv", """
            USUBJID,TRTP,PARAMCD,PARAM,AVAL,AVALU,CNSR
            01,A,OS,Overall Survival,5,MONTHS,0
            02,A,OS,Overall Survival,8,MONTHS,1
            03,B,OS,Overall Survival,3,MONTHS,0
            01,A,PFS,Progression-Free Survival,2,MONTHS,0
            02,A,PFS,Progression-Free Survival,6,MONTHS,0
            03,B,PFS,Progression-Free Survival,1,MONTHS,0
            """);
        CliRun caught = await Survkit.Run("km", data, "Surv(AVAL, CNSR) ~ 1");
        CliRun run = await Survkit.Run("km", data, "Surv(AVAL, CNSR) ~ 1", "--adtte", "OS", "--figure", folder.Place("os.svg"), "--json");

        Assert.Equal(1, caught.ExitCode);
        Assert.Contains("Surv(AVAL, CNSR == 0) was expected", caught.Error, StringComparison.Ordinal);
        Assert.Equal((3, 2), (
            run.Json.GetProperty("n").GetInt32(), run.Json.GetProperty("curves")[0].GetProperty("events").GetInt32()));
        Assert.Contains(
            "ADTTE, OS, Overall Survival, in MONTHS: 3 of 6 rows; a CNSR of 0 is an event", run.Error, StringComparison.Ordinal);
        Assert.Contains("Overall Survival", await File.ReadAllTextAsync(folder.Place("os.svg"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("there are OS, PFS", (await Survkit.Run("km", data, "Surv(AVAL, CNSR) ~ 1", "--adtte")).Error,
            StringComparison.Ordinal);
    }
}
