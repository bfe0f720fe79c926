using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>Draws forest plots: ratios with their intervals, the numbers beside them.</summary>
public static class ForestFigure
{
    /// <summary>Draws the given rows from the top to the bottom.</summary>
    /// <param name="rows">The rows, at least one; each has one estimate for each panel.</param>
    /// <param name="options">How it is drawn; null: the defaults.</param>
    /// <returns>The figure; its <see cref="Figure.Data"/> has a row for each row and panel: label, panel, ratio, lower,
    /// upper, p, n, events, the numbers missing where they are not estimable.</returns>
    /// <exception cref="SurvivalDataException">There are no rows, or an option is outside its range.</exception>
    public static Figure Draw(IEnumerable<ForestRow> rows, ForestFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<ForestRow> all = [.. rows];
        if (all.IsEmpty)
        {
            throw new SurvivalDataException("A forest plot needs at least one row; none was given.");
        }

        options ??= new ForestFigureOptions();
        options.Check();
        int estimates = all.Sum(r => r.Estimates.Count(e => e is not null));
        string description = options.Description
            ?? string.Create(
                CultureInfo.InvariantCulture,
                $"Forest plot of {NumberText.Count(estimates, options.AxisLabel.ToLowerInvariant() + " estimate")} with {(estimates == 1 ? "its" : "their")} ")
                + $"{NumberText.Level(options.Level)} confidence {(estimates == 1 ? "interval" : "intervals")} on a logarithmic axis.";
        return new Figure(ForestLayout.Draw(all, options), options.Title ?? "Forest plot", description, () => Table(all, options));
    }

    /// <summary>Draws the hazard ratios of a Cox model: its variables, below each its levels with the reference, n and events, and the P of
    /// all levels of a variable.</summary>
    /// <param name="fit">The model.</param>
    /// <param name="options">How it is drawn; null: the defaults, with the level of the fit.</param>
    /// <param name="labels">The labels of variables and levels by their names: <see cref="RegressionOptions.Labels"/>.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="SurvivalDataException">The model has no coefficient, or an option is outside its range.</exception>
    public static Figure Draw(CoxFit fit, ForestFigureOptions? options = null, IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        var shown = new RegressionOptions();
        return Draw(RegressionTable.Of(fit, shown with { Labels = labels ?? shown.Labels }), options);
    }

    /// <summary>Draws a regression table: its rows, with a panel for each of its models.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">How it is drawn; null: the defaults with the decimals of the table. The headings of the models become the
    /// panels', the level is that of the table.</param>
    /// <returns>The figure. The area of a box shows the information that the model has on a coefficient: one over the squared width of
    /// its interval, and of a number that for a difference of two standard deviations (Gelman 2008), so that it does not depend on the
    /// unit. Where models use different rows, n and events are those of the last that has the row.</returns>
    /// <exception cref="SurvivalDataException">No model has a coefficient, or an option is outside its range.</exception>
    public static Figure Draw(RegressionTable table, ForestFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows.IsEmpty)
        {
            throw new SurvivalDataException("No model has a coefficient; a forest plot needs at least one.");
        }

        options ??= new ForestFigureOptions { Decimals = table.Options.Decimals };
        return Draw(ForestTable.RowsOf(table), options with
        {
            Level = table.Level,
            Axis = options.Axis ?? ForestAxis.Natural,
            Counts = options.Counts ?? (table.Options.Counts ? null : false),
            Panels = table.Models is [{ Heading: "" }] ? options.Panels : [.. table.Models.Select(model => model.Heading)],
            Footnote = options.Footnote ?? ForestTable.FootnoteOf(table),
        });
    }

    /// <summary>Draws several Cox models side by side, such as univariate and multivariate ones; a coefficient has one row for all of
    /// them.</summary>
    /// <param name="models">Heading and fit of each model. One heading may come several times, as for univariate models; their coefficients
    /// share one panel.</param>
    /// <param name="options">How they are drawn; null: the defaults. The headings become the panels', the level is the first fit's.</param>
    /// <param name="labels">The labels of the coefficients by their names; those not in it keep their names.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="SurvivalDataException">There is no model or no coefficient, or an option is outside its range.</exception>
    public static Figure Draw(
        IReadOnlyList<(string Heading, CoxFit Fit)> models,
        ForestFigureOptions? options = null,
        IReadOnlyDictionary<string, string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (!models.Any(m => !m.Fit.Terms.IsEmpty))
        {
            throw new SurvivalDataException("No model has a coefficient; a forest plot needs at least one.");
        }

        string[] headings = [.. models.Select(m => m.Heading).Distinct(StringComparer.Ordinal)];
        ImmutableArray<Dictionary<string, CoxTerm>> panels =
        [
            .. headings.Select(
                h => models.Where(m => m.Heading == h).SelectMany(m => m.Fit.Terms).DistinctBy(t => t.Name).ToDictionary(t => t.Name)),
        ];
        IEnumerable<ForestRow> rows = models.SelectMany(m => m.Fit.Terms).Select(t => t.Name).Distinct(StringComparer.Ordinal)
            .Select(name => ForestRow.FromTerms(
                labels is not null && labels.TryGetValue(name, out string? label) ? label : name,
                [.. panels.Select(p => p.GetValueOrDefault(name))]));
        options ??= new ForestFigureOptions();
        return Draw(rows, options with { Level = models[0].Fit.Options.Level, Panels = headings is [""] ? options.Panels : headings });
    }

    private static DataFrame Table(ImmutableArray<ForestRow> rows, ForestFigureOptions options)
    {
        var flat = rows
            .SelectMany(r => r.Estimates.DefaultIfEmpty(null).Select((e, p) => (Row: r, Estimate: e, Panel: p)))
            .ToList();
        return new DataFrame(
            new StringDataFrameColumn("label", flat.Select(f => f.Row.Label)),
            new StringDataFrameColumn("kind", flat.Select(f => f.Row.Kind.ToString())),
            new StringDataFrameColumn("panel", flat.Select(f => f.Panel < options.Panels.Count ? options.Panels[f.Panel] : "")),
            new DoubleDataFrameColumn("ratio", flat.Select(f => Drawn(f.Estimate)?.Ratio)),
            new DoubleDataFrameColumn("lower", flat.Select(f => Drawn(f.Estimate)?.Lower)),
            new DoubleDataFrameColumn("upper", flat.Select(f => Drawn(f.Estimate)?.Upper)),
            new DoubleDataFrameColumn("p", flat.Select(f => Drawn(f.Estimate)?.P ?? JointP(f.Row, f.Panel))),
            new DoubleDataFrameColumn("n", flat.Select(f => f.Row.Count)),
            new DoubleDataFrameColumn("events", flat.Select(f => f.Row.Events)));

        static double? JointP(ForestRow row, int panel) =>
            panel < row.JointP.Count && row.JointP[panel] is not double.NaN ? row.JointP[panel] : null;

        static ForestEstimate? Drawn(ForestEstimate? estimate) => estimate is { IsEstimable: true } ? estimate : null;
    }
}
