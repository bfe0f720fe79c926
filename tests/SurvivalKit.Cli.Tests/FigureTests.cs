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
