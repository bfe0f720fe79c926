using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>
/// A finished figure, laid out once and written as SVG, PNG, PDF or a page. Text is outlined or embedded, so the
/// picture is the same on a machine without fonts, and the same figure always gives the same bytes.
/// </summary>
public sealed class Figure
{
    private readonly Func<DataFrame> _data;
    private readonly Lazy<InteractiveChart?> _interactive;

    internal Figure(Scene scene, string title, string description, Func<DataFrame> data, Func<Figure, InteractiveChart>? interactive = null)
    {
        Scene = scene;
        Title = title;
        Description = description;
        _data = data;
        _interactive = new Lazy<InteractiveChart?>(() => interactive?.Invoke(this));
    }

    /// <summary>A short title of the figure; the title of the SVG and of the PDF.</summary>
    public string Title { get; }

    /// <summary>What the figure shows, in words: the description that screen readers read.</summary>
    public string Description { get; }

    /// <summary>Width in millimetres.</summary>
    public double Width => Scene.Width * 25.4 / 72;

    /// <summary>Height in millimetres.</summary>
    public double Height => Scene.Height * 25.4 / 72;

    /// <summary>The numbers that are drawn, one row for each thing drawn; a new frame at every call.</summary>
    public DataFrame Data => _data();

    /// <summary>The interactive twin; null where the figure has none. Kaplan-Meier figures have one.</summary>
    public InteractiveChart? Interactive => _interactive.Value;

    internal Scene Scene { get; }

    /// <summary>The figure as one SVG element with a title and a description, its text as outlines.</summary>
    public string ToSvg() => SvgRenderer.Render(Scene, Title, Description);

    /// <summary>The figure as a PNG file that states its resolution.</summary>
    /// <param name="dpi">Pixels per inch, 36 to 1200. Default: 300.</param>
    /// <exception cref="SurvivalDataException"><paramref name="dpi"/> is outside its range.</exception>
    public byte[] ToPng(double dpi = 300)
    {
        FigureOptions.Range("dpi", dpi, 36, 1200, "pixels per inch");
        return PngRenderer.Render(Scene, dpi);
    }

    /// <summary>The figure as a PDF file of one page of the figure's size; lines and text stay sharp at any scale.</summary>
    public byte[] ToPdf() => PdfRenderer.Render(Scene, Title, Description);

    /// <summary>
    /// The figure as an HTML page that needs no network: interactive where the figure has an interactive twin, else the SVG.
    /// </summary>
    public string ToPage() => Interactive?.ToPage() ?? HtmlPage.Around(Title, ToSvg(), Scene.Theme);

    /// <summary>Writes the figure to a file; the extension decides the format: <c>.svg</c>, <c>.png</c> (300 dpi), <c>.pdf</c> or
    /// <c>.html</c>.</summary>
    /// <param name="path">The file, made or replaced. Its folder has to exist.</param>
    /// <exception cref="SurvivalDataException">The extension is not one of these four.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] bytes = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".SVG" => Encoding.UTF8.GetBytes(ToSvg()),
            ".PNG" => ToPng(),
            ".PDF" => ToPdf(),
            ".HTML" or ".HTM" => Encoding.UTF8.GetBytes(ToPage()),
            _ => throw new SurvivalDataException(
                $"The figure cannot be saved as '{Path.GetFileName(path)}'; the name has to end in .svg, .png, .pdf or .html."),
        };
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>The title and the size, such as <c>Kaplan-Meier curves (174 x 120 mm)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Title} ({Width:0} \u00D7 {Height:0} mm)");
}
