namespace SurvivalKit.Figures;

/// <summary>A page in one file that loads nothing, around a figure or a report.</summary>
public static class HtmlPage
{
    /// <summary>The content policy of a page: its own scripts, styles, pictures and fonts are allowed, and no network access.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    /// <summary>The beginning of a page, from the document type to the start of the body.</summary>
    /// <param name="title">The title, as plain text.</param>
    /// <param name="css">The style sheet.</param>
    /// <param name="scheme">The colour schemes that the style sheet has: <c>light dark</c>, <c>light</c> or <c>dark</c>.</param>
    /// <returns>HTML whose content policy is <see cref="ContentPolicy"/>.</returns>
    public static string Head(string title, string css, string scheme = "light dark")
    {
        ArgumentNullException.ThrowIfNull(title);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ContentPolicy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="{scheme}">
            <title>{Xml.Text(title)}</title>
            <style>
            {css}
            </style>
            </head>
            <body>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The page of a figure.</summary>
    internal static string Around(string title, string body, FigureTheme theme)
    {
        (string scheme, string colours) = theme switch
        {
            FigureTheme.Dark => ("dark", $"background:{Tones.Paper.Dark};color:{Tones.Ink.Dark}"),
            FigureTheme.Light => ("light", $"background:{Tones.Paper.Light};color:{Tones.Ink.Light}"),
            _ => ("light dark", $"background:{Tones.Paper.Light};color:{Tones.Ink.Light}"),
        };
        string dark = theme == FigureTheme.Adaptive
            ? $"@media (prefers-color-scheme:dark){{body{{background:{Tones.Paper.Dark};color:{Tones.Ink.Dark}}}}}"
            : "";
        string css = $"body{{margin:16px;{colours};font-family:system-ui,sans-serif}}main{{max-width:1100px;margin:0 auto}}{dark}";
        return Head(title, css, scheme) + $"<main>\n{body}</main>\n</body>\n</html>\n".ReplaceLineEndings("\n");
    }
}
