using System.Text;

namespace SurvivalKit.Cli.Tests;

public class FigureTests
{
    private const string Formula = "Surv(time, status) ~ age + factor(sex)";

    [Theory]
    [InlineData("curves.svg", "<svg")]
    [InlineData("curves.PNG", "\u0089PNG")]
    [InlineData("curves.pdf", "%PDF-")]
    [InlineData("curves.html", "<!DOCTYPE html>")]
    public async Task The_ending_says_what_the_curves_are_drawn_as(string name, string beginning)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Succeeds("km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--figure", folder.Place(name));
        Assert.StartsWith("Kaplan-Meier", run.Output, StringComparison.Ordinal);
        Assert.Equal([name], folder.Files);
        string content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(folder.Place(name), TestContext.Current.CancellationToken));
        Assert.Contains(beginning, content[..200], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_model_is_drawn_as_a_forest_beside_its_table()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "cox", Survkit.Sample("lung"), Formula, "--figure", folder.Place("forest.svg"), "--out", folder.Place("cox.txt"));
        Assert.Equal(["cox.txt", "forest.svg"], folder.Files);
        string svg = await File.ReadAllTextAsync(folder.Place("forest.svg"), TestContext.Current.CancellationToken);
        Assert.Contains("Forest plot of 2 hazard ratio estimates", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curves_are_drawn_as_the_options_say()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--figure", folder.Place("curves.svg"), "--title", "Lung cancer",
            "--labels", "Men, Women", "--unit", "days", "--percent", "--risk-table", "extended", "--legend", "statistics", "--pvalue",
            "--hr", "--xlim", "730", "--width", "120", "--theme", "dark");
        string svg = await File.ReadAllTextAsync(folder.Place("curves.svg"), TestContext.Current.CancellationToken);
        foreach (string text in new[]
        {
            "Lung cancer", "Women vs Men", "HR 0.59 (95% CI, 0.42\u20130.82)", "Log-rank P = .001", "Survival, %", "Time (days)",
            "Median, days (95% CI)", "Censored",
        })
        {
            Assert.Contains($"aria-label=\"{text}\"", svg, StringComparison.Ordinal);
        }

        Assert.Contains("width=\"120mm\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#14171C\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"800\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_drawn_as_months_in_given_colours()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--figure", folder.Place("curves.svg"), "--time-scale", "30.4375",
            "--unit", "months", "--xlim", "24", "--palette", "#123456,#654321", "--legend", "statistics");
        string svg = await File.ReadAllTextAsync(folder.Place("curves.svg"), TestContext.Current.CancellationToken);

        // The median of men is 270 days (212 to 310), 270 / 30.4375 = 8.87 months.
        foreach (string text in new[] { "Time (months)", "8.9 (7.0\u201310.2)", "24" })
        {
            Assert.Contains($"aria-label=\"{text}\"", svg, StringComparison.Ordinal);
        }

        Assert.Contains("#123456", svg, StringComparison.Ordinal);
        CliRun refused = await Survkit.Run(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--figure", folder.Place("a.svg"), "--palette", "blue");
        Assert.Contains("the figure cannot be drawn: ", refused.Error, StringComparison.Ordinal);
        CliRun zero = await Survkit.Run(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--figure", folder.Place("a.svg"), "--time-scale", "0");
        Assert.Equal("survkit: --time-scale 0: a number above 0 was expected.\n", zero.Error);
    }

    [Fact]
    public async Task A_forest_is_drawn_as_the_options_say()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "cox", Survkit.Sample("lung"), Formula, "--figure", folder.Place("forest.svg"), "--title", "Lung cancer", "--labels",
            "age=Age, years,factor(sex)1=Men", "--labels", "sex=Sex", "--decimals", "3", "--xlim", "0.25,2", "--width", "120", "--theme",
            "dark");
        string svg = await File.ReadAllTextAsync(folder.Place("forest.svg"), TestContext.Current.CancellationToken);
        foreach (string text in new[]
        {
            "Lung cancer", "Age, years", "Sex", "Men", "112/138", "0.599", "(0.431\u20130.831)", "0.25", "0.5",
        })
        {
            Assert.Contains($"aria-label=\"{text}\"", svg, StringComparison.Ordinal);
        }

        Assert.Contains("width=\"120mm\"", svg, StringComparison.Ordinal);
        Assert.Contains("fill=\"#14171C\"", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--xlim: the axis", "--xlim 2: two ratios above 0, the smaller first, were expected.", "--xlim", "2")]
    [InlineData("--xlim: its order", "--xlim 2,1: two ratios above 0, the smaller first, were expected.", "--xlim", "2,1")]
    [InlineData("--labels: no pair", "--labels Age: a name, = and its label were expected, as age=Age (years).", "--labels", "Age")]
    [InlineData(
        "--labels: no such name",
        "--labels: the model has nothing named agee; one of age, factor(sex), sex, factor(sex)1, factor(sex)2 was expected.",
        "--labels",
        "agee=Age")]
    public async Task Options_of_a_forest_that_cannot_be_met_are_refused(string what, string error, params string[] options)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Run(["cox", Survkit.Sample("lung"), Formula, "--figure", folder.Place("forest.svg"), .. options]);
        Assert.True(run.Error.EndsWith(error + "\n", StringComparison.Ordinal), $"{what}: {run.Error}");
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Options_of_a_figure_that_cannot_be_met_are_refused()
    {
        using var folder = new TemporaryFolder();
        CliRun alone = await Survkit.Run("km", Survkit.Sample("lung"), "Surv(time, status) ~ sex", "--title", "Lung cancer");
        Assert.Equal(
            "survkit: --title was given without --figure; a figure that it changes was expected.\n", alone.Error);
        CliRun groups = await Survkit.Run(
            "km", Survkit.Sample("lung"), "Surv(time, status) ~ ph.ecog", "--figure", folder.Place("curves.svg"), "--hr");
        Assert.Contains("has 3 coefficients; two groups, which have one, were expected.", groups.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_figure_and_a_result_appear_together_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Run(
            "cox", Survkit.Sample("lung"), Formula, "--figure", folder.Place("forest.svg"), "--out", folder.Place("none/cox.txt"));
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task Another_ending_is_refused()
    {
        CliRun run = await Survkit.Run("km", Survkit.Sample("lung"), Formula, "--figure", "curves.jpg");
        Assert.Equal("survkit: --figure curves.jpg: a name that ends in .svg, .png, .pdf or .html was expected.\n", run.Error);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task A_model_without_coefficients_has_no_forest()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Place("forest.svg");
        CliRun run = await Survkit.Run("cox", Survkit.Sample("lung"), "Surv(time, status) ~ 1", "--figure", file);
        Assert.Equal(
            $"survkit: {file}: the figure cannot be drawn: No model has a coefficient; a forest plot needs at least one.\n", run.Error);
        Assert.Equal("", run.Output);
        Assert.Empty(folder.Files);
    }
}
