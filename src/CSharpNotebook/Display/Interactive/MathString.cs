using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A formula in LaTeX, which the front end typesets on a line of its own (<c>text/latex</c>).</summary>
/// <param name="latexCode">The formula, without dollar signs.</param>
public class MathString(string latexCode) : LaTeXString($"$${latexCode}$$")
{
    /// <summary>Makes one of a text.</summary>
    /// <param name="source">The formula.</param>
    public static implicit operator MathString(string source) => new(source);
}
