using System.Globalization;

namespace SurvivalKit.Cli;

/// <summary>The head of a page in one file that loads nothing.</summary>
internal static class PageHead
{
    // The content policy forbids network access: everything that the page shows is in it.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    /// <summary>From the document type to the start of the body.</summary>
    /// <param name="title">The title, not escaped.</param>
    /// <param name="styles">The style sheets.</param>
    public static string Render(string title, params string[] styles) => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{ContentPolicy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{HtmlText.Escape(title)}</title>
        <style>
        {string.Join('\n', styles)}
        </style>
        </head>
        <body>

        """);
}
