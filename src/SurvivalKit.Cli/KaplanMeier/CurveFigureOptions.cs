using System.CommandLine;
using Microsoft.Data.Analysis;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The options of <c>survkit km --figure</c>: those of <see cref="KaplanMeierFigureOptions"/> by the same names.</summary>
internal sealed class CurveFigureOptions
{
    private readonly SharedFigureOptions _shared = new("Draws survival from 0 to 100 %.");
    private readonly Option<bool> _oneMinus = new("--one-minus") { Description = "Draws 1 - S(t), the cumulative incidence." };

    private readonly ChoiceOption<KaplanMeierLegend> _legend = new(
        "--legend",
        "The key above the curves.",
        null,
        ("none", KaplanMeierLegend.None),
        ("labels", KaplanMeierLegend.Labels),
        ("statistics", KaplanMeierLegend.Statistics));

    private readonly Option<bool> _pValue = new("--pvalue") { Description = "Prints the P of the log-rank test in the plot." };

    private readonly Option<double?> _scale = CliOptions.Number(
        "--time-scale",
        "units",
        "How many units of the data's time are one of the figure's: 30.4375 draws days as months.",
        null,
        units => units > 0 && double.IsFinite(units),
        "a number above 0");

    private readonly Option<bool> _hazardRatio = new("--hr")
    {
        Description = "Prints the hazard ratio of two groups in the plot, and who is compared with whom.",
    };

    private CurveFigureOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>, without which these have nothing to say.</param>
    /// <param name="table">Its option <c>--table</c>, which has labels and a unit too.</param>
    public static CurveFigureOptions AddTo(Command command, Option<string?> figure, Option<bool> table)
    {
        var options = new CurveFigureOptions();
        Option[] own = [options._oneMinus, options._scale, options._legend, options._pValue, options._hazardRatio];
        options._shared.AddTo(command, figure, own, table);
        return options;
    }

    /// <summary>The options of the table for print.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameter">The endpoint of an ADTTE set, which names the unit; <see langword="null"/>: it is none.</param>
    /// <param name="times">The times at which survival is shown.</param>
    public SurvivalTableOptions Table(ParseResult parsed, AdtteParameter? parameter, double[] times) => new()
    {
        Times = [.. times],
        Unit = _shared.Unit(parsed) ?? UnitOf(parameter),
        Labels = [.. _shared.Labels(parsed) ?? []],
    };

    private static string? UnitOf(AdtteParameter? parameter) =>
        parameter is null || parameter.Unit.Length == 0 ? null : parameter.Unit.ToLowerInvariant();

    /// <summary>The options of the figure.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameter">The endpoint of an ADTTE set, which names title and unit; <see langword="null"/>: it is none.</param>
    /// <param name="data">The data of the curves.</param>
    /// <param name="formula">Their formula.</param>
    /// <exception cref="SurvivalDataException">A test or ratio that was asked for cannot be computed.</exception>
    public KaplanMeierFigureOptions Read(ParseResult parsed, AdtteParameter? parameter, DataFrame data, string formula)
    {
        var standard = new KaplanMeierFigureOptions();
        return standard with
        {
            Title = _shared.Title(parsed) ?? parameter?.Label,
            GroupLabels = _shared.Labels(parsed),
            TimeUnit = _shared.Unit(parsed) ?? UnitOf(parameter),
            Percent = _shared.Percent(parsed),
            CumulativeIncidence = parsed.GetValue(_oneMinus),
            RiskTable = _shared.RiskTable(parsed) ?? standard.RiskTable,
            Legend = _legend.Choice(parsed) ?? standard.Legend,
            LogRank = parsed.GetValue(_pValue) ? LogRank.Test(data, formula) : null,
            HazardRatio = parsed.GetValue(_hazardRatio) ? Ratio(data, formula) : null,
            MaximumTime = _shared.TimeEnd(parsed),
            TimeScale = parsed.GetValue(_scale) ?? 1,
            Colours = _shared.Palette(parsed),
            Width = _shared.Width(parsed, standard),
            Theme = _shared.Theme(parsed, standard),
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
