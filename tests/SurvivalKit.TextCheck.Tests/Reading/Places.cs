namespace SurvivalKit.TextCheck.Tests;

/// <summary>Texts in which a broken bar stands before each statistic that has to be found.</summary>
internal static class Places
{
    private const char Bar = '¦';

    /// <summary>Checks a text without its bars, and that the findings are exactly where the bars were.</summary>
    public static TextFindings AreThoseOf(string marked)
    {
        List<(int Line, int Column)> expected = [];
        (int line, int column) = (1, 1);
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == Bar)
            {
                expected.Add((line, column));
            }
            else
            {
                bool endsLine = marked[i] == '\n' || (marked[i] == '\r' && (i + 1 == marked.Length || marked[i + 1] != '\n'));
                (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
            }
        }

        TextFindings findings = PrintedText.Check(marked.Replace(Bar.ToString(), "", StringComparison.Ordinal));
        Assert.Equal(expected, findings.Select(finding => (finding.Line, finding.Column)));
        return findings;
    }
}
