using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The options <c>--table</c> and <c>--univariate</c> of <c>survkit cox</c>, and those that say how its table and its forest plot
/// are labelled: those of <see cref="RegressionOptions"/> by the same names.</summary>
internal sealed class CoxTableOptions
{
    private readonly Option<bool> _table = new("--table")
    {
        Description = "Prints a table for publication: variables, levels with the reference, n, events, HR (CI) and P.",
    };

    private readonly Option<bool> _univariate = new("--univariate")
    {
        Description = "Prints that table with a model of each variable alone beside the whole one; strata(), offset() and cluster() "
            + "stay, and each uses the rows in which its variable is known.",
    };

    private readonly Option<string[]> _labels = new("--labels")
    {
        Description = "Labels of variables and levels: \"age=Age (years),factor(sex)2=Women\"; may be given several times.",
        HelpName = "NAME=LABEL",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<double?> _decimals = CliOptions.Number(
        "--decimals", "n", "The decimals of hazard ratios in the table and the figure.", 2, n => n is >= 0 and <= 6 && n == Math.Floor(n),
        "a whole number from 0 to 6");

    private readonly ChoiceOption<RegressionTest> _global = new(
        "--global",
        "The test of a variable with several coefficients.",
        "wald",
        ("wald", RegressionTest.Wald),
        ("lr", RegressionTest.LikelihoodRatio),
        ("none", RegressionTest.None));

    private readonly Option<bool> _eValues = new("--evalues")
    {
        Description = "Adds to the table the E-values of hazard ratios, and of their limits nearer to 1.",
    };

    private CoxTableOptions()
    {
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="figure">Its option <c>--figure</c>.</param>
    /// <param name="title">Its option <c>--title</c>.</param>
    public static CoxTableOptions AddTo(Command command, Option<string?> figure, Option<string?> title)
    {
        var options = new CoxTableOptions();
        Option[] looks = [options._labels, options._decimals, options._global];
        foreach (Option option in (Option[])[options._table, options._univariate, .. looks, options._eValues])
        {
            command.Add(option);
        }

        FigureStyle.Require(command, [title, .. looks], figure, options._table, options._univariate);
        FigureStyle.Require(command, [options._eValues], options._table, options._univariate);
        return options;
    }

    /// <summary>Whether the table is printed.</summary>
    public bool IsPrinted(ParseResult parsed) => parsed.GetValue(_table) || parsed.GetValue(_univariate);

    /// <summary>The table of a fit, with the models of its variables alone where they are asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="fit">The fit.</param>
    /// <param name="refit">Fits another formula to the same data with the same options.</param>
    /// <param name="title">The title that was asked for.</param>
    /// <exception cref="SurvivalDataException">A test cannot be computed, or a fit.</exception>
    /// <exception cref="CommandException">A label is of nothing that the table has.</exception>
    public RegressionTable Read(ParseResult parsed, CoxFit fit, Func<string, CoxFit> refit, string? title)
    {
        IReadOnlyDictionary<string, string> labels = LabelPairs.Read(parsed.GetValue(_labels)!);
        var options = new RegressionOptions
        {
            Labels = labels,
            Decimals = (int)parsed.GetValue(_decimals)!.Value,
            Global = _global.Choice(parsed)!.Value,
            EValues = parsed.GetValue(_eValues),
            Title = title ?? fit.Formula,
        };
        RegressionTable table = parsed.GetValue(_univariate)
            ? RegressionTable.Of(
                [.. fit.UnivariateFormulas().Select(formula => ("Univariate", refit(formula))), ("Multivariate", fit)], options)
            : RegressionTable.Of(fit, options);
        string[] known = [.. table.Rows.SelectMany(row => row.Names).Distinct()];
        return labels.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new CommandException(
                $"--labels: the model has nothing named {unknown}; one of {string.Join(", ", known)} was expected.")
            : table;
    }
}
