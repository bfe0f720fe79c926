using System.Collections.Immutable;

namespace SurvivalKit.Documents;

/// <summary>A Word document (.docx) of results and figures: real tables whose header rows repeat and whose numbers are aligned at the
/// decimal point, numbered captions, cautions above and notes below a table, pictures that fit the page.</summary>
/// <remarks>
/// A report does not change: each method gives another one with a block more. Tables are those of <see cref="IResult.ToTables"/>, so that a
/// document shows the same numbers as every other output. A table that is too wide for an upright page stands on one that is turned; one
/// that is too wide for that is set in smaller letters. The same report gives the same bytes.
/// </remarks>
/// <example><code>
/// new WordReport("Lung cancer")
///     .Heading("Survival")
///     .Add(KaplanMeier.Fit(lung, "Surv(time, status) ~ sex"))
///     .Add(new WordPicture(figure.ToPng()) { Caption = "Survival by sex", Svg = figure.ToSvg() })
///     .Save("report.docx");
/// </code></example>
public sealed class WordReport
{
    private readonly WordReportOptions _options;
    private readonly ImmutableArray<ReportBlock> _blocks;

    /// <summary>Starts a report.</summary>
    /// <param name="title">Its title; empty: it has none.</param>
    /// <param name="options">The page, the letters and the captions; <see langword="null"/>: the defaults.</param>
    /// <exception cref="SurvivalDataException">An option is outside its range.</exception>
    public WordReport(string title = "", WordReportOptions? options = null)
        : this(title ?? throw new ArgumentNullException(nameof(title)), options ?? new WordReportOptions(), [])
    {
    }

    private WordReport(string title, WordReportOptions options, ImmutableArray<ReportBlock> blocks)
    {
        options.Check();
        Title = title;
        _options = options;
        _blocks = blocks;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>Adds a heading.</summary>
    /// <param name="text">The heading.</param>
    /// <param name="level">Its level, from 1 to 3.</param>
    /// <exception cref="SurvivalDataException">It is empty, or there is no such level.</exception>
    public WordReport Heading(string text, int level = 1)
    {
        ArgumentNullException.ThrowIfNull(text);
        return level is < 1 or > 3
            ? throw new SurvivalDataException(FormattableString.Invariant(
                $"The heading \"{text}\" has the level {level}; a level from 1 to 3 was expected."))
            : string.IsNullOrWhiteSpace(text)
                ? throw new SurvivalDataException("A heading is empty; a text was expected.")
                : With(new HeadingBlock(text, level));
    }

    /// <summary>Adds a paragraph of text.</summary>
    /// <param name="paragraph">The text; a line end in it starts a line.</param>
    public WordReport Text(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return With(new TextBlock(paragraph));
    }

    /// <summary>Adds the tables of a result, each with its caption, sentences, cautions and notes.</summary>
    /// <param name="result">The result.</param>
    public WordReport Add(IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new WordReport(Title, _options, [.. _blocks, .. result.ToTables().Select(table => new TableBlock(table))]);
    }

    /// <summary>Adds a picture with its caption below.</summary>
    /// <param name="picture">The picture; one that is larger than the page is made smaller.</param>
    public WordReport Add(WordPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return With(new PictureBlock(picture));
    }

    /// <summary>Starts a new page.</summary>
    public WordReport NewPage() => With(new PageBlock());

    /// <summary>The document, all bytes of the file.</summary>
    public byte[] ToBytes() => ReportPackage.Write(Title, _blocks, _options);

    /// <summary>Writes the document to a file.</summary>
    /// <param name="path">The file, made or replaced; its name ends in <c>.docx</c>. Its folder has to exist.</param>
    /// <exception cref="SurvivalDataException">The name has another ending.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            throw new SurvivalDataException($"The report cannot be saved as '{Path.GetFileName(path)}'; the name has to end in .docx.");
        }

        File.WriteAllBytes(path, ToBytes());
    }

    private WordReport With(ReportBlock block) => new(Title, _options, _blocks.Add(block));
}
