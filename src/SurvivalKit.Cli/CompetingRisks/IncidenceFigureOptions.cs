using System.CommandLine;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit cuminc --figure</c>: those of <see cref="CumulativeIncidenceFigureOptions"/> by the same
/// names.</summary>
internal sealed class IncidenceFigureOptions
{
    private readonly SharedFigureOptions _shared;

    private readonly Option<string?> _causes = CliOptions.Text(
        "--causes", "A,B", "The causes that are drawn, in this order. Default: all that have an event.");

    private readonly Option<string?> _causeLabels = CliOptions.Text(
        "--cause-labels", "A,B", "The labels of the causes that are drawn, with commas between them.");

    private readonly ChoiceOption<bool> _panels = new(
        "--panels", "Whether each cause has a panel of its own. Default: where one would have more than four curves.", null,
        ("yes", true), ("no", false));

    private readonly Option<bool> _noLegend = new("--no-legend") { Description = "Draws no key above the curves." };

    private readonly Option<bool> _pValue = new("--pvalue") { Description = "Prints the P of Gray's test of each cause in the plot." };

    private readonly Option<double?> _highest = CliOptions.Number(
        "--ylim", "p", "The upper end of the probability axis.", null, p => p is > 0 and <= 1, "a probability above 0");

    private IncidenceFigureOptions() =>
        _shared = new SharedFigureOptions("Draws incidences in percent.");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>, without which these have nothing to say.</param>
    public static IncidenceFigureOptions AddTo(Command command, Option<string?> figure)
    {
        var options = new IncidenceFigureOptions();
        options._shared.AddTo(
            command,
            figure,
            [options._causes, options._causeLabels, options._panels, options._noLegend, options._pValue, options._highest]);
        return options;
    }

    /// <summary>The options of the figure.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="gray">Gray's test.</param>
    /// <exception cref="SurvivalDataException">A test that was asked for cannot be computed.</exception>
    public CumulativeIncidenceFigureOptions Read(ParseResult parsed, Func<GrayTestResult> gray)
    {
        var standard = new CumulativeIncidenceFigureOptions();
        return standard with
        {
            Title = _shared.Title(parsed),
            GroupLabels = _shared.Labels(parsed),
            TimeUnit = _shared.Unit(parsed),
            Causes = SharedFigureOptions.Words(parsed.GetValue(_causes)),
            CauseLabels = SharedFigureOptions.Words(parsed.GetValue(_causeLabels)),
            Panels = _panels.Choice(parsed),
            Legend = !parsed.GetValue(_noLegend),
            Percent = _shared.Percent(parsed),
            RiskTable = _shared.RiskTable(parsed) ?? standard.RiskTable,
            Gray = parsed.GetValue(_pValue) ? gray() : null,
            MaximumTime = _shared.TimeEnd(parsed),
            Colours = _shared.Palette(parsed),
            MaximumIncidence = parsed.GetValue(_highest),
            Width = _shared.Width(parsed, standard),
            Theme = _shared.Theme(parsed, standard),
        };
    }
}
