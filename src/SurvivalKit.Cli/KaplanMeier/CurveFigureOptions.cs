using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit km --figure</c>: those of <see cref="KaplanMeierFigureOptions"/> by the same names.</summary>
internal sealed class CurveFigureOptions
{
    private readonly FigureStyle _style = new("A heading above the curves.");
    private readonly Option<string?> _labels = CliOptions.Text("--labels", "A,B", "The labels of the groups, with commas between them.");
    private readonly Option<string?> _unit = CliOptions.Text("--unit", "UNIT", "The unit of time, such as months.");
    private readonly Option<bool> _percent = new("--percent") { Description = "Draws survival from 0 to 100 %." };
    private readonly Option<bool> _oneMinus = new("--one-minus") { Description = "Draws 1 - S(t), the cumulative incidence." };

    private readonly ChoiceOption<RiskTableContent> _riskTable = new(
        "--risk-table",
        "The table below the curves.",
        null,
        ("none", RiskTableContent.None),
        ("at-risk", RiskTableContent.AtRisk),
        ("events", RiskTableContent.AtRiskAndEvents),
        ("extended", RiskTableContent.Extended));

    private readonly ChoiceOption<KaplanMeierLegend> _legend = new(
        "--legend",
        "The key above the curves.",
        null,
        ("none", KaplanMeierLegend.None),
        ("labels", KaplanMeierLegend.Labels),
        ("statistics", KaplanMeierLegend.Statistics));

    private readonly Option<bool> _pValue = new("--pvalue") { Description = "Prints the P of the log-rank test in the plot." };

    private readonly Option<bool> _hazardRatio = new("--hr")
    {
        Description = "Prints the hazard ratio of two groups in the plot, and who is compared with whom.",
    };

    private readonly Option<double?> _timeEnd = CliOptions.Number(
        "--xlim", "t", "The end of the time axis.", null, t => t > 0, "a time after 0");

    private CurveFigureOptions()
    {
    }

    private Option[] All =>
        [_style.Title, _labels, _unit, _percent, _oneMinus, _riskTable, _legend, _pValue, _hazardRatio, _timeEnd, .. _style.Look];

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>, without which these have nothing to say.</param>
    public static CurveFigureOptions AddTo(Command command, Option<string?> figure)
    {
        var options = new CurveFigureOptions();
        foreach (Option option in options.All)
        {
            command.Add(option);
        }

        FigureStyle.Require(command, options.All, figure);
        return options;
    }

    /// <summary>The options of the figure.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameter">The endpoint of an ADTTE set, which names title and unit; <see langword="null"/>: it is none.</param>
    /// <param name="data">The data of the curves.</param>
    /// <param name="formula">Their formula.</param>
    /// <exception cref="SurvivalDataException">A test or ratio that was asked for cannot be computed.</exception>
    public KaplanMeierFigureOptions Read(ParseResult parsed, AdtteParameter? parameter, DataFrame data, string formula)
    {
        var standard = new KaplanMeierFigureOptions();
        string? unit = parameter is null || parameter.Unit.Length == 0 ? null : parameter.Unit.ToLowerInvariant();
        return standard with
        {
            Title = parsed.GetValue(_style.Title) ?? parameter?.Label,
            GroupLabels = parsed.GetValue(_labels)?.Split(',', StringSplitOptions.TrimEntries),
            TimeUnit = parsed.GetValue(_unit) ?? unit,
            Percent = parsed.GetValue(_percent),
            CumulativeIncidence = parsed.GetValue(_oneMinus),
            RiskTable = _riskTable.Choice(parsed) ?? standard.RiskTable,
            Legend = _legend.Choice(parsed) ?? standard.Legend,
            LogRank = parsed.GetValue(_pValue) ? LogRank.Test(data, formula) : null,
            HazardRatio = parsed.GetValue(_hazardRatio) ? Ratio(data, formula) : null,
            MaximumTime = parsed.GetValue(_timeEnd),
            Width = _style.Width(parsed, standard),
            Theme = _style.Theme(parsed, standard),
        };
    }

    // The groups of curves are categories, also where their codes are numbers.
    private static CoxTerm Ratio(DataFrame data, string formula)
    {
        string[] sides = formula.Split('~', 2);
        string variable = sides.Length == 2 ? sides[1].Trim() : "";
        bool isColumn = data.Columns.Any(column => column.Name == variable);
        CoxFit fit = CoxModel.Fit(data, isColumn ? $"{sides[0]}~ factor({variable})" : formula);
        return fit.Terms is [var only]
            ? only
            : throw new SurvivalDataException(
                $"--hr: the model of {formula} has {NumberText.Count(fit.Terms.Length, "coefficient")}; two groups, which have one, were expected.");
    }
}
