using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>Draws oncoprints: which genes are altered in which samples, and how.</summary>
public static class OncoprintFigure
{
    /// <summary>Draws the alterations of samples.</summary>
    /// <param name="data">Samples, alterations, burdens and tracks.</param>
    /// <param name="options">How they are drawn; null: the defaults.</param>
    /// <returns>The figure; <see cref="Figure.Data"/> has a row for each alteration that is drawn: gene, sample, kind,
    /// gene_place, sample_place.</returns>
    /// <exception cref="SurvivalDataException">There is nothing to draw, a sample is listed twice, or an alteration is of a sample
    /// that is not listed.</exception>
    public static Figure Draw(OncoprintData data, OncoprintFigureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new OncoprintFigureOptions();
        options.Check();
        OncoprintGrid grid = OncoprintGrid.Arrange(data, options);
        string description = options.Description ?? Describe(grid);
        return new Figure(OncoprintLayout.Draw(data, grid, options), options.Title ?? "Oncoprint", description, () => Table(grid));
    }

    private static string Describe(OncoprintGrid grid)
    {
        IEnumerable<string> genes = grid.Genes.Take(10)
            .Select(g => string.Create(
                CultureInfo.InvariantCulture,
                $"{g} in {grid.AlteredSamples(g)} ({100.0 * grid.AlteredSamples(g) / grid.Samples.Length:0}%)"));
        string more = grid.Genes.Length > 10 ? ", and others" : "";
        return $"Alterations of {NumberText.Count(grid.Genes.Length, "gene")} in {NumberText.Count(grid.Samples.Length, "sample")}: {string.Join(", ", genes)}{more}.{(grid.LeftOut is { } left ? " " + left : "")}";
    }

    private static DataFrame Table(OncoprintGrid grid)
    {
        var rows = grid.Genes
            .SelectMany(
                (gene, g) => grid.Samples.SelectMany((sample, s) => grid.Cell(gene, sample).Select(kind => (gene, sample, kind, g, s))))
            .ToList();
        return new DataFrame(
            new StringDataFrameColumn("gene", rows.Select(r => r.gene)),
            new StringDataFrameColumn("sample", rows.Select(r => r.sample)),
            new StringDataFrameColumn("kind", rows.Select(r => r.kind)),
            new Int32DataFrameColumn("gene_place", rows.Select(r => r.g + 1)),
            new Int32DataFrameColumn("sample_place", rows.Select(r => r.s + 1)));
    }
}
