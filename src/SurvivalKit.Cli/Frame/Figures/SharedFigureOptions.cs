using System.CommandLine;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options that figures of curves share: title, labels, unit, percent, table below the curves, axis, width and
/// theme.</summary>
/// <param name="percent">What <c>--percent</c> does.</param>
internal sealed class SharedFigureOptions(string percent)
{
    private readonly FigureStyle _style = new("A heading above the curves.");
    private readonly Option<string?> _labels = CliOptions.Text("--labels", "A,B", "The labels of the groups, with commas between them.");
    private readonly Option<string?> _unit = CliOptions.Text("--unit", "UNIT", "The unit of time, such as months.");
    private readonly Option<bool> _percent = new("--percent") { Description = percent };

    private readonly ChoiceOption<RiskTableContent> _riskTable = new(
        "--risk-table",
        "The table below the curves.",
        null,
        ("none", RiskTableContent.None),
        ("at-risk", RiskTableContent.AtRisk),
        ("events", RiskTableContent.AtRiskAndEvents),
        ("extended", RiskTableContent.Extended));

    private readonly Option<string?> _palette = CliOptions.Text(
        "--palette", "#C,#C", "The colours of the groups as #RRGGBB, with commas between them.");

    private readonly Option<double?> _timeEnd = CliOptions.Number(
        "--xlim", "t", "The end of the time axis.", null, t => t > 0, "a time after 0");

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>, without which these have nothing to say.</param>
    /// <param name="own">The options that the figure has alone; they come in the middle.</param>
    /// <param name="table">An option that makes a table with labels and a unit too; <see langword="null"/>: there is none.</param>
    public void AddTo(Command command, Option<string?> figure, Option[] own, Option? table = null)
    {
        Option[] all = [_style.Title, _labels, _unit, _percent, .. own, _riskTable, _timeEnd, _palette, .. _style.Look];
        foreach (Option option in all)
        {
            command.Add(option);
        }

        Option[] shared = table is null ? [] : [_labels, _unit];
        FigureStyle.Require(command, [.. all.Except(shared)], figure);
        FigureStyle.Require(command, shared, [figure, .. table is null ? [] : (Option[])[table]]);
    }

    /// <summary>The heading; <see langword="null"/>: none was given, and likewise below.</summary>
    public string? Title(ParseResult parsed) => parsed.GetValue(_style.Title);

    /// <summary>The labels of the groups.</summary>
    public string[]? Labels(ParseResult parsed) => Words(parsed.GetValue(_labels));

    /// <summary>The unit of time.</summary>
    public string? Unit(ParseResult parsed) => parsed.GetValue(_unit);

    /// <summary>Whether the probability axis is in percent.</summary>
    public bool Percent(ParseResult parsed) => parsed.GetValue(_percent);

    /// <summary>The table below the curves.</summary>
    public RiskTableContent? RiskTable(ParseResult parsed) => _riskTable.Choice(parsed);

    /// <summary>The end of the time axis.</summary>
    public double? TimeEnd(ParseResult parsed) => parsed.GetValue(_timeEnd);

    /// <summary>The colours of the groups.</summary>
    public string[]? Palette(ParseResult parsed) => Words(parsed.GetValue(_palette));

    /// <summary>The width in millimetres.</summary>
    public double Width(ParseResult parsed, FigureOptions standard) => _style.Width(parsed, standard);

    /// <summary>The colours.</summary>
    public FigureTheme Theme(ParseResult parsed, FigureOptions standard) => _style.Theme(parsed, standard);

    /// <summary>Words with commas between them.</summary>
    public static string[]? Words(string? given) => given?.Split(',', StringSplitOptions.TrimEntries);
}
