namespace SurvivalKit.Cli.Tests;

public class ArgumentTests
{
    private const string Formula = "Surv(time, status) ~ sex";

    [Theory]
    [InlineData("a command was expected; survkit --help lists those there are.")]
    [InlineData("there is no command kmm (is km meant?); survkit --help lists those there are.", "kmm", "lung.csv")]
    [InlineData("km DATA FORMULA was expected; survkit km --help says more.", "km")]
    [InlineData("cox DATA FORMULA was expected; survkit cox --help says more.", "cox", "lung.csv")]
    [InlineData("\"more\" is one argument too many; km DATA FORMULA was expected.", "km", "lung.csv", Formula, "more")]
    [InlineData(
        "there is no option --tie (is --ties meant?); survkit cox --help lists those there are.",
        "cox",
        "lung.csv",
        Formula,
        "--tie",
        "efron")]
    [InlineData(
        "there is no option --lvel (is --level meant?); survkit km --help lists those there are.",
        "km",
        "lung.csv",
        "--lvel",
        ".9",
        Formula)]
    [InlineData("there is no option --nonsense; survkit km --help lists those there are.", "km", "lung.csv", "--nonsense")]
    [InlineData("there is no option --frob; survkit --help lists those there are.", "--frob")]
    [InlineData("--level p was expected; survkit cox --help says more.", "cox", "lung.csv", Formula, "--level")]
    [InlineData("--level 95: a number between 0 and 1 was expected.", "cox", "lung.csv", Formula, "--level", "95")]
    [InlineData(
        "--conf-type wide: one of plain, log, log-log, logit, arcsin was expected.", "km", "lung.csv", Formula, "--conf-type", "wide")]
    [InlineData("--times x: times with commas between them was expected.", "km", "lung.csv", Formula, "--times", "1,x")]
    [InlineData(
        "--quantiles 50: fractions between 0 and 1 with commas between them was expected.", "km", "lung.csv", Formula, "--quantiles", "50")]
    [InlineData("--rmst 0: a time after 0 was expected.", "km", "lung.csv", Formula, "--rmst", "0")]
    [InlineData("--by COL was expected; survkit table1 --help says more.", "table1", "lung.csv")]
    [InlineData(
        "--vars age,,sex: names of columns with one comma between them were expected.",
        "table1",
        "lung.csv",
        "--by",
        "sex",
        "--vars",
        "age,,sex")]
    [InlineData("--zph time: one of km, identity, rank, log was expected.", "cox", "lung.csv", Formula, "--zph", "time")]
    [InlineData(
        "--residuals raw: one of martingale, deviance, cox-snell, score, schoenfeld, scaled-schoenfeld, dfbeta, dfbetas was expected.",
        "cox",
        "lung.csv",
        Formula,
        "--residuals",
        "raw")]
    [InlineData(
        "--json and --format csv were both given; one of them was expected.", "km", "lung.csv", Formula, "--json", "--format", "csv")]
    [InlineData(
        "--weights was given together with --rho or --gamma; one way to weigh was expected.",
        "logrank",
        "lung.csv",
        Formula,
        "--weights",
        "peto",
        "--gamma",
        "1")]
    [InlineData("--pairwise tukey: one of holm, bonferroni, bh, none was expected.", "logrank", "lung.csv", Formula, "--pairwise", "tukey")]
    [InlineData(
        "--pairwise holm|bonferroni|bh|none was expected; survkit logrank --help says more.", "logrank", "lung.csv", Formula, "--pairwise")]
    [InlineData("a command was expected; survkit notebook --help lists those there are.", "notebook")]
    [InlineData(
        "there is no command chek (is check meant?); survkit notebook --help lists those there are.", "notebook", "chek", "a.ipynb")]
    [InlineData("run FILE was expected; survkit notebook run --help says more.", "notebook", "run")]
    [InlineData("--timeout 0: a number of seconds after 0 was expected.", "notebook", "run", "a.ipynb", "--timeout", "0")]
    [InlineData("--parallel 1.5: a whole number from 1 on was expected.", "notebook", "run", "a.ipynb", "--parallel", "1.5")]
    [InlineData("--inplace and --out were both given; one of them was expected.", "notebook", "run", "a.ipynb", "--inplace", "--out", "x")]
    [InlineData("a.ipynb: there is no such file; a notebook (.ipynb, .dib) was expected.", "notebook", "check", "a.ipynb")]
    [InlineData("nowhere/*.ipynb: there is no notebook (.ipynb, .dib) there.", "notebook", "lint", "nowhere/*.ipynb")]
    [InlineData(
        "--ignore x: one of unpinned-package, execution-order, not-run, absolute-path, stored-error, missing-kernelspec, duplicate-id was expected.",
        "notebook",
        "lint",
        "a.ipynb",
        "--ignore",
        "x")]
    [InlineData("--to pdf: one of html, markdown, script, dib, ipynb was expected.", "notebook", "export", "a.ipynb", "--to", "pdf")]
    public async Task Wrong_arguments_end_in_one_sentence(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(arguments);
        Assert.Equal("survkit: " + sentence + "\n", run.Error);
        Assert.Equal("", run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    // An option of another command must be an error, and not be read as something else.
    [Theory]
    [InlineData("km", "--trend")]
    [InlineData("logrank", "--robust")]
    public async Task Options_that_are_not_there_are_unknown(string command, params string[] options)
    {
        CliRun run = await Survkit.Run([command, Survkit.Sample("lung"), Formula, .. options]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"survkit: there is no option {options[0]}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_twice_is_no_contradiction() =>
        await Survkit.Succeeds("km", Survkit.Sample("lung"), Formula, "--json", "--format", "json");

    [Fact]
    public async Task After_two_dashes_a_name_may_begin_with_one()
    {
        CliRun run = await Survkit.Run("km", "--", "-missing.csv", Formula);
        Assert.Equal("survkit: -missing.csv: there is no such file.\n", run.Error);
    }

    [Fact]
    public async Task An_at_sign_is_a_letter_like_others()
    {
        CliRun run = await Survkit.Run("km", "@missing.csv", Formula);
        Assert.Equal("survkit: @missing.csv: there is no such file.\n", run.Error);
    }

    [Theory]
    [InlineData("km")]
    [InlineData("logrank")]
    [InlineData("cox")]
    [InlineData("cuminc")]
    [InlineData("finegray")]
    [InlineData("cause-specific")]
    [InlineData("states")]
    [InlineData("winratio")]
    [InlineData("recurrent")]
    [InlineData("table1")]
    [InlineData("response")]
    [InlineData("adverse")]
    [InlineData("pvalue")]
    [InlineData("audit")]
    [InlineData("check")]
    [InlineData("reproduce")]
    [InlineData("synthesize")]
    [InlineData("notebook")]
    public async Task Each_command_has_help(string command) =>
        Snapshot.Matches("help-" + command, (await Survkit.Succeeds(command, "--help")).Output);

    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("lint")]
    [InlineData("clean")]
    [InlineData("export")]
    public async Task Each_notebook_command_has_help(string command) =>
        Snapshot.Matches("help-notebook-" + command, (await Survkit.Succeeds("notebook", command, "--help")).Output);

    [Fact]
    public async Task The_whole_has_help() => Snapshot.Matches("help", (await Survkit.Succeeds("--help")).Output);

    [Fact]
    public async Task The_version_is_that_of_the_build() =>
        Assert.Equal(
            $"survkit {typeof(SurvkitApplication).Assembly.GetName().Version!.ToString(3)}\n",
            (await Survkit.Succeeds("--version")).Output);
}
