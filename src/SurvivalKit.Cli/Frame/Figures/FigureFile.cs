using System.CommandLine;
using System.Text;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>The option <c>--figure</c>: a figure of the result, its format decided by the extension of the file's name.</summary>
internal static class FigureFile
{
    private static readonly string[] Endings = [".svg", ".png", ".pdf", ".html"];

    public static Option<string?> Option(string what)
    {
        var option = new Option<string?>("--figure")
        {
            Description = $"Draws {what} into this file; its ending says how: {string.Join(", ", Endings)}.",
            HelpName = "FILE",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Endings.Contains(Path.GetExtension(token.Value), StringComparer.OrdinalIgnoreCase))
            {
                result.AddError(
                    $"--figure {token.Value}: a name that ends in {string.Join(", ", Endings[..^1])} or {Endings[^1]} was expected.");
            }
        });
        return option;
    }

    /// <summary>Draws a figure and stages it with the other files of a command.</summary>
    /// <param name="files">The files.</param>
    /// <param name="path">The file; <see langword="null"/>: no figure was requested.</param>
    /// <param name="draw">Draws it.</param>
    /// <returns>The figure; <see langword="null"/> where none was requested.</returns>
    /// <exception cref="CommandException">There is nothing to draw.</exception>
    public static Figure? Stage(StagedFiles files, string? path, Func<Figure> draw)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            Figure figure = draw();
            files.Add(path, Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".SVG" => Encoding.UTF8.GetBytes(figure.ToSvg()),
                ".PNG" => figure.ToPng(),
                ".PDF" => figure.ToPdf(),
                _ => Encoding.UTF8.GetBytes(figure.ToPage()),
            });
            return figure;
        }
        catch (SurvivalDataException e)
        {
            throw new CommandException($"{path}: the figure cannot be drawn: {e.Message}");
        }
    }
}
