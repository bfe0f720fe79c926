namespace SurvivalKit.Figures;

/// <summary>A page around a figure; its content policy forbids network access.</summary>
internal static class HtmlPage
{
    /// <summary>The content policy of a page: its own scripts, styles and pictures are allowed, and no network access.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";

    /// <summary>The page.</summary>
    public static string Around(string title, string body, FigureTheme theme)
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
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{{ContentPolicy}}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="{{scheme}}">
            <title>{{Xml.Text(title)}}</title>
            <style>body{margin:16px;{{colours}};font-family:system-ui,sans-serif}main{max-width:1100px;margin:0 auto}{{dark}}</style>
            </head>
            <body>
            <main>
            {{body}}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
