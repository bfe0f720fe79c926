using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cox models as a paper prints them: hazard ratio, interval and P, several models side by side.</summary>
/// <remarks>
/// <see cref="Of(CoxFit, RegressionOptions?)"/> has a row for each variable and, below it, its levels with the reference, n and events, and
/// the test of all its levels: gtsummary's <c>tbl_regression</c> with <c>add_global_p</c>. <see cref="Build(CoxFit,
/// IReadOnlyDictionary{string, string}?)"/> has a row for each coefficient.
/// </remarks>
/// <example><code>
/// var fit = CoxModel.Fit(lung, "Surv(time, status) ~ age + factor(sex) + factor(ph.ecog)");
/// var alone = fit.UnivariateFormulas().Select(one =&gt; ("Univariate", CoxModel.Fit(lung, one)));
/// RegressionTable table = RegressionTable.Of([.. alone, ("Multivariate", fit)]);
/// </code></example>
public sealed class RegressionTable : IResult
{
    private readonly bool _isOfCoefficients;

    private RegressionTable(
        IReadOnlyList<(string Heading, CoxFit Fit)> models, RegressionOptions options, bool isOfCoefficients)
    {
        Fits = [.. models];
        Models = [.. models.Select(model => model.Heading).Distinct(StringComparer.Ordinal).Select(
            heading => new RegressionModel(heading, [.. models.Where(model => model.Heading == heading).Select(model => model.Fit)]))];
        Options = options;
        _isOfCoefficients = isOfCoefficients;
        Rows = isOfCoefficients ? RegressionRows.OfCoefficients(Models, options.Labels) : RegressionRows.OfVariables(Models, options);
    }

    /// <summary>The models, a column or several each.</summary>
    public ImmutableArray<RegressionModel> Models { get; }

    /// <summary>The rows with the numbers behind them.</summary>
    public ImmutableArray<RegressionRow> Rows { get; }

    /// <summary>The options of the table.</summary>
    public RegressionOptions Options { get; }

    /// <summary>The confidence level of the intervals: that of the first fit.</summary>
    public double Level => Fits[0].Fit.Options.Level;

    /// <summary>The fits in the order in which they were given.</summary>
    internal ImmutableArray<(string Heading, CoxFit Fit)> Fits { get; }

    /// <summary>The table of one model by its variables and their levels.</summary>
    /// <param name="fit">The model. One that was loaded, or fitted in a database, has no counts.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">An option cannot be used, or a likelihood-ratio test was asked for that the fit does not
    /// have.</exception>
    public static RegressionTable Of(CoxFit fit, RegressionOptions? options = null) => Of([("", fit)], options);

    /// <summary>The table of several models side by side by their variables and the levels of these.</summary>
    /// <param name="models">Heading and fit of each model: <c>("Multivariate", fit)</c>. One heading may come several times, as for
    /// univariate models (<see cref="CoxFit.UnivariateFormulas"/>), whose terms are gathered under it.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <exception cref="SurvivalDataException">No model is given, or as for one model.</exception>
    public static RegressionTable Of(IReadOnlyList<(string Heading, CoxFit Fit)> models, RegressionOptions? options = null)
    {
        options ??= new RegressionOptions();
        options.Check();
        return new(Checked(models), options, isOfCoefficients: false);
    }

    /// <summary>The table of one model with a row for each coefficient.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="labels">The labels of coefficients; default: their names.</param>
    public static RegressionTable Build(CoxFit fit, IReadOnlyDictionary<string, string>? labels = null) => Build([("", fit)], labels);

    /// <summary>The table of several models, each under its heading; a coefficient has one row for all of them.</summary>
    /// <param name="models">Heading and fit of each model: <c>("Univariate", fit)</c>. One heading may come
    /// several times, as for univariate models; its terms are gathered under it.</param>
    /// <param name="labels">The labels of coefficients; default: their names.</param>
    /// <exception cref="SurvivalDataException">No model is given.</exception>
    public static RegressionTable Build(
        IReadOnlyList<(string Heading, CoxFit Fit)> models, IReadOnlyDictionary<string, string>? labels = null) => new(
        Checked(models),
        new RegressionOptions { Labels = labels ?? ImmutableDictionary<string, string>.Empty },
        isOfCoefficients: true);

    /// <summary>The table to be read.</summary>
    /// <param name="title">Its title; empty: that of the options.</param>
    public TableModel ToTable(string title = "")
    {
        ArgumentNullException.ThrowIfNull(title);
        string shown = title.Length > 0 ? title : Options.Title;
        return _isOfCoefficients ? CoefficientTables.Summary(this, shown) : RegressionTables.Summary(this, shown);
    }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [ToTable()];

    /// <summary>A row for each row of the table and model: model, variable, level, label, row (heading, reference, level, coefficient or
    /// joint), n, events, coef, se, hazard_ratio, lower, upper, p, test, chi_square, df, test_p, and e_value and
    /// e_value_limit where they are asked for. By coefficients: model, label, term, coef, se, z,
    /// p, hazard_ratio, lower, upper, n, events, omitted.</summary>
    public DataFrame ToDataFrame() => _isOfCoefficients ? CoefficientTables.FrameOf(this) : RegressionNumbers.FrameOf(this);

    /// <inheritdoc/>
    public ResultRecord ToRecord() => _isOfCoefficients
        ? new() { ["models"] = Fits.Select(model => new ResultRecord { ["heading"] = model.Heading, ["fit"] = model.Fit.ToRecord() }) }
        : RegressionNumbers.RecordOf(this);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private static IReadOnlyList<(string Heading, CoxFit Fit)> Checked(IReadOnlyList<(string Heading, CoxFit Fit)> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Count == 0
            ? throw new SurvivalDataException("No model was given; one or more were expected.")
            : models;
    }
}
