using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The coefficients of Cox models as a paper prints them: hazard ratio, interval and P, several models side by side.</summary>
public sealed class RegressionTable : IResult
{
    private readonly ImmutableArray<(string Heading, CoxFit Fit)> _models;
    private readonly IReadOnlyDictionary<string, string> _labels;

    private RegressionTable(ImmutableArray<(string Heading, CoxFit Fit)> models, IReadOnlyDictionary<string, string>? labels)
    {
        _models = models;
        _labels = labels ?? ImmutableDictionary<string, string>.Empty;
    }

    /// <summary>The table of one model.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="labels">The labels of coefficients; default: their names.</param>
    public static RegressionTable Build(CoxFit fit, IReadOnlyDictionary<string, string>? labels = null) => Build([("", fit)], labels);

    /// <summary>The table of several models, each under its heading; a coefficient has one row for all of them.</summary>
    /// <param name="models">Heading and fit of each model: <c>("Univariate", fit)</c>. One heading may come
    /// several times, as for univariate models; its terms are gathered under it.</param>
    /// <param name="labels">The labels of coefficients; default: their names.</param>
    /// <exception cref="SurvivalDataException">No model is given.</exception>
    public static RegressionTable Build(
        IReadOnlyList<(string Heading, CoxFit Fit)> models, IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.Count == 0
            ? throw new SurvivalDataException("No model was given; one or more were expected.")
            : new([.. models], labels);
    }

    /// <summary>The table to be read.</summary>
    /// <param name="title">Its title.</param>
    public TableModel ToTable(string title = "")
    {
        string[] headings = [.. _models.Select(model => model.Heading).Distinct()];
        string level = NumberText.Level(_models[0].Fit.Options.Level);
        IEnumerable<TableColumn> columns = headings.Select(heading => heading.Length == 0 ? "" : heading + " ")
            .SelectMany(prefix => (TableColumn[])[new($"{prefix}HR ({level} CI)"), new(prefix + "P")]);
        IEnumerable<string> terms = _models.SelectMany(model => model.Fit.Terms).Select(term => term.Name).Distinct();
        IEnumerable<TableRow> rows =
            terms.Select(name => new TableRow([LabelOf(name), .. headings.SelectMany(heading => Cells(heading, name))]));
        return new TableModel(title, [new("Term", TableAlignment.Left), .. columns], rows, [.. Notes()]);
    }

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [ToTable()];

    /// <summary>A row for each coefficient of each model: model, label, term, coef, se, z, p, hazard_ratio, lower, upper,
    /// n, events, omitted.</summary>
    public DataFrame ToDataFrame()
    {
        (string Heading, CoxFit Fit, CoxTerm Term)[] rows = [.. _models.SelectMany(
            model => model.Fit.Terms.Select(term => (model.Heading, model.Fit, term)))];
        return new DataFrame(
            new StringDataFrameColumn("model", rows.Select(row => row.Heading)),
            new StringDataFrameColumn("label", rows.Select(row => LabelOf(row.Term.Name))),
            new StringDataFrameColumn("term", rows.Select(row => row.Term.Name)),
            FrameColumn.Numbers("coef", rows.Select(row => row.Term.Coefficient)),
            FrameColumn.Numbers("se", rows.Select(row => row.Term.RobustStandardError ?? row.Term.StandardError)),
            FrameColumn.Numbers("z", rows.Select(row => row.Term.Z)),
            FrameColumn.Numbers("p", rows.Select(row => row.Term.P)),
            FrameColumn.Numbers("hazard_ratio", rows.Select(row => row.Term.HazardRatio)),
            FrameColumn.Numbers("lower", rows.Select(row => row.Term.Lower)),
            FrameColumn.Numbers("upper", rows.Select(row => row.Term.Upper)),
            new Int32DataFrameColumn("n", rows.Select(row => row.Fit.Observations)),
            new Int32DataFrameColumn("events", rows.Select(row => row.Fit.Events)),
            new Int32DataFrameColumn("omitted", rows.Select(row => row.Fit.Omitted)));
    }

    /// <inheritdoc/>
    public ResultRecord ToRecord() => new()
    {
        ["models"] = _models.Select(model => new ResultRecord { ["heading"] = model.Heading, ["fit"] = model.Fit.ToRecord() }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    private string LabelOf(string term) => _labels.TryGetValue(term, out string? label) ? label : term;

    private TableCell[] Cells(string heading, string name)
    {
        (CoxFit fit, CoxTerm? term) = _models.Where(model => model.Heading == heading)
            .SelectMany(model => model.Fit.Terms, (model, term) => (model.Fit, Term: (CoxTerm?)term)).FirstOrDefault(
                pair => pair.Term!.Name == name);
        if (term is null)
        {
            return [TableCell.Empty, TableCell.Empty];
        }

        // Under separation the coefficient at fault is only where the iteration stopped, not an estimate.
        bool isEstimate = term.IsEstimable && !(fit.Status == FitStatus.Separation && fit.AtFault.Contains(term.Name));
        return isEstimate
            ? [$"{Ratio(term.HazardRatio)} ({Ratio(term.Lower)}–{Ratio(term.Upper)})", TableCell.Number(term.P, NumberKind.P)]
            : ["not estimable", TableCell.Empty];
    }

    private static string Ratio(double ratio) => NumberText.Format(ratio, NumberKind.Ratio);

    private IEnumerable<TableNote> Notes()
    {
        bool[] robust = [.. _models.Select(model => model.Fit.IsRobust).Distinct()];
        string interval = robust.Length == 2 ? "Wald confidence interval, robust where said"
            : robust[0] ? "Wald confidence interval by the robust standard error"
            : "Wald confidence interval";
        return [$"HR: hazard ratio; CI: {interval}.", .. _models.Select(Sample).Distinct().Select(text => (TableNote)text)];

        string Sample((string Heading, CoxFit Fit) model)
        {
            CoxFit fit = model.Fit;
            string said = robust.Length == 2 && fit.IsRobust ? "; robust" : "";
            IEnumerable<string> sentences =
                [
                    FormattableString.Invariant($"n = {fit.Observations}, events = {fit.Events}{said}."),
                    .. ResultSentences.LeftOut(fit.Omitted),
                    .. fit.Cautions
                ];
            return (model.Heading.Length == 0 ? "" : model.Heading + ": ") + string.Join(" ", sentences);
        }
    }
}
