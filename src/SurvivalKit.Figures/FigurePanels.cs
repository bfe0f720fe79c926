using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>Combines figures as the panels A, B, C ... of one figure.</summary>
public static class FigurePanels
{
    private const double LetterSize = 10;

    /// <summary>Arranges figures in rows, each with its letter above its upper left corner.</summary>
    /// <param name="figures">The figures, at least one and at most 26, drawn with one theme and one background.</param>
    /// <param name="columns">Number of figures in a row. Default: 1, below each other.</param>
    /// <returns>The figure; its <see cref="Figure.Data"/> are the rows of all panels, with the panel in the column <c>letter</c>.</returns>
    /// <exception cref="SurvivalDataException">There is no figure or too many, or their themes or backgrounds differ.</exception>
    public static Figure Arrange(IReadOnlyList<Figure> figures, int columns = 1)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (columns < 1)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"{columns} columns of panels were asked for; 1 or more was expected."));
        }

        if (figures.Count is 0 or > 26)
        {
            throw new SurvivalDataException($"There are {figures.Count} panels; 1 to 26 were expected.");
        }

        if (figures.Any(f => f.Scene.Theme != figures[0].Scene.Theme || f.Scene.Paper != figures[0].Scene.Paper))
        {
            throw new SurvivalDataException("The panels differ in theme or background; one was expected for all.");
        }

        var style = new TextStyle(LetterSize, Tones.Ink, TextWeight.SemiBold);
        double head = LetterSize + 4, y = 0, width = 0;
        ImmutableArray<Mark>.Builder marks = ImmutableArray.CreateBuilder<Mark>();
        foreach ((Figure Figure, int Place)[] row in figures.Select((f, i) => (f, i)).Chunk(columns))
        {
            double x = 0;
            foreach ((Figure figure, int place) in row)
            {
                marks.Add(new TextMark(x + 6, y + 4 + (FontBook.CapHeight * LetterSize), Letter(place), style) { Part = "panel letter" });
                marks.AddRange(figure.Scene.Marks.Select(m => m.Shift(x, y + head)));
                x += figure.Scene.Width;
            }

            width = Math.Max(width, x);
            y += head + row.Max(p => p.Figure.Scene.Height);
        }

        string title = string.Join("; ", figures.Select((f, i) => $"{Letter(i)}: {f.Title}"));
        string description = string.Join(' ', figures.Select((f, i) => $"{Letter(i)}: {f.Description}"));
        return new Figure(
            new Scene(width, y, marks.ToImmutable()) { Paper = figures[0].Scene.Paper, Theme = figures[0].Scene.Theme },
            title,
            description,
            () => Stack(figures));
    }

    private static string Letter(int place) => ((char)('A' + place)).ToString();

    // Columns of the same name are stacked; a panel without a column leaves it empty.
    private static DataFrame Stack(IReadOnlyList<Figure> figures)
    {
        DataFrame[] frames = [.. figures.Select(f => f.Data)];
        var columns = new List<DataFrameColumn> { new StringDataFrameColumn(
            "letter", frames.SelectMany((f, i) => Enumerable.Repeat(Letter(i), (int)f.Rows.Count))) };
        foreach (string name in frames.SelectMany(f => f.Columns.Select(c => c.Name)).Distinct(StringComparer.Ordinal))
        {
            object?[] values = [.. frames.SelectMany(f => f.Columns.FirstOrDefault(c => c.Name == name) is { } column
                ? column.Cast<object?>()
                : Enumerable.Repeat<object?>(null, (int)f.Rows.Count))];
            bool numeric = values.All(v => v is null or double or int);
            columns.Add(numeric
                ? new DoubleDataFrameColumn(name, values.Select(
                    v => v is null ? (double?)null : Convert.ToDouble(v, System.Globalization.CultureInfo.InvariantCulture)))
                : new StringDataFrameColumn(name, values.Select(v => v?.ToString())));
        }

        return new DataFrame(columns);
    }
}
