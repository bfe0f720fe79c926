using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A text in LaTeX, which the front end typesets (<c>text/latex</c>).</summary>
/// <param name="latexCode">The LaTeX, with its environment or its dollar signs.</param>
[TypeFormatterSource(typeof(LaTeXFormatters), PreferredMimeTypes = [LaTeXFormatters.MimeType])]
public class LaTeXString(string latexCode)
{
    /// <summary>Makes one of a text.</summary>
    /// <param name="source">The LaTeX.</param>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The LaTeX.</summary>
    /// <returns>The text as it was given.</returns>
    public override string ToString() => latexCode;
}
