namespace SurvivalKit.TextCheck;

/// <summary>Finds the statistics of a text - a paper as Markdown, HTML, JATS XML or plain text - and gives each a verdict.</summary>
/// <remarks>
/// In running text it reads hazard, odds, risk and rate ratios with intervals and P values, counts with percentages, means with standard
/// deviations, differences and coefficients of regressions with intervals, standard errors and P values, correlations, medians and other
/// estimates with intervals, chi-square, t, z and F; in tables the same, and the P values of their rows. A statistic that a page break or
/// a table cuts in two is read as one. What looks like a statistic and cannot be read is among the findings too.
/// A text is HTML where it starts with a document type or <c>html</c>, <c>head</c>, <c>body</c> or an XML declaration, JATS where its root
/// is an <c>article</c> with that format's attributes or parts, and else Markdown,
/// which may hold tags of HTML and of which a plain text is the simplest. In all, LaTeX's commands, superscripts and subscripts are read.
/// </remarks>
public static class TextCheck
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The text, with or without markup; <see cref="TextDecoding"/> reads it from the bytes of a file.</param>
    /// <param name="options">How it is read; <see langword="null"/>: <see cref="TextCheckOptions.Default"/>.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    /// <exception cref="SurvivalDataException">The confidence level is not between 0 and 1.</exception>
    public static CheckedText Run(string text, TextCheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= TextCheckOptions.Default;
        Given.Level(options.Level);
        return new TextCheckRun(text, options).Run();
    }
}
