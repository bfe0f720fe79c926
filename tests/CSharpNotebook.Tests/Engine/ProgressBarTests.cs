using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

/// <summary>A bar below the cell: one output, drawn repeatedly, that shows the final progress at the end.</summary>
public sealed class ProgressBarTests : SessionTest
{
    [Fact]
    public async Task A_sequence_is_passed_on_and_the_bar_ends_full()
    {
        var result =
            await RunWell("var sum = 0;\nforeach (int n in ProgressBar.Over(Enumerable.Range(1, 100), \"Adding <up>\")) sum += n;\nsum");
        Assert.Equal("5050", TextOf(result));
        MimeBundle bar = Assert.IsType<DisplayDataOutput>(result.Outputs[0]).Data;
        Assert.Equal("Adding <up> 100 %", bar["text/plain"]);
        Assert.Equal("<label>Adding &lt;up&gt; <progress value=\"1\" max=\"1\"></progress> 100 %</label>", bar["text/html"]);
        Assert.Equal(2, result.Outputs.Length);
    }

    [Fact]
    public async Task It_takes_any_report_and_stays_where_the_work_stopped()
    {
        var result = await RunWell(
            "IProgress<double> bar = new ProgressBar();\nforeach (double share in new[] { 0.2, double.NaN, -3, 0.504 }) bar.Report(share);\n((IDisposable)bar).Dispose();");
        Assert.Equal("50 %", Assert.IsType<DisplayDataOutput>(Assert.Single(result.Outputs)).Data["text/plain"]);
    }
}
