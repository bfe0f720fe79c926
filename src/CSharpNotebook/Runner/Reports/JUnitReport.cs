using System.Globalization;
using System.Text;
using System.Xml;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>
/// Runs as a JUnit report, which every build server shows: a test suite for each notebook, a test case for each code cell, so that the page
/// of failed tests names the cell, and the times show which cells are slow.
/// </summary>
public static class JUnitReport
{
    private const int LongestTitle = 60;

    /// <summary>Writes a report.</summary>
    /// <param name="runs">The runs in the order in which they are to appear.</param>
    /// <returns>The XML, with a final newline.</returns>
    public static string Write(IReadOnlyList<NotebookRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        using var stream = new MemoryStream();
        var settings =
            new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = false };
        using (var xml = XmlWriter.Create(stream, settings))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, [.. runs.SelectMany(Cases)], runs.Sum(run => run.Duration.TotalSeconds));
            foreach (NotebookRun run in runs)
            {
                WriteSuite(xml, run);
            }

            xml.WriteEndElement();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteSuite(XmlWriter xml, NotebookRun run)
    {
        Case[] cases = [.. Cases(run)];
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(run.Name));
        WriteCounts(xml, cases, run.Duration.TotalSeconds);
        foreach (Case test in cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", Clean(run.Name));
            xml.WriteAttributeString("name", Clean(test.Name));
            xml.WriteAttributeString("time", Seconds(test.Seconds));
            if (test.IsSkipped)
            {
                xml.WriteElementString("skipped", "");
            }
            else if (test.Failure is { } failure)
            {
                xml.WriteStartElement(test.IsError ? "error" : "failure");
                xml.WriteAttributeString("type", Clean(failure.Cause.Name));
                xml.WriteAttributeString("message", Clean(failure.ToString()));
                xml.WriteString(Clean(Text(failure)));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, Case[] cases, double seconds)
    {
        xml.WriteAttributeString("tests", Number(cases.Length));
        xml.WriteAttributeString("failures", Number(cases.Count(test => test.Failure is not null && !test.IsError)));
        xml.WriteAttributeString("errors", Number(cases.Count(test => test.Failure is not null && test.IsError)));
        xml.WriteAttributeString("skipped", Number(cases.Count(test => test.IsSkipped)));
        xml.WriteAttributeString("time", Seconds(seconds));
    }

    /// <summary>The code cells; the run itself is an additional case when it ended before its first cell.</summary>
    private static IEnumerable<Case> Cases(NotebookRun run)
    {
        if (run.Failure is { CellNumber: 0 } early)
        {
            yield return new Case("start", 0, early, IsSkipped: false, IsError: true);
        }

        Dictionary<int, CellReport> reports = run.Cells.ToDictionary(report => report.CellNumber);
        for (int index = 0; index < run.Notebook.Cells.Length; index++)
        {
            if (run.Notebook.Cells[index] is not CodeCell cell)
            {
                continue;
            }

            string first = cell.Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
            if (first.Length > LongestTitle)
            {
                first = first[..LongestTitle] + "...";
            }

            string name = string.Create(CultureInfo.InvariantCulture, $"cell {index + 1}{(first.Length > 0 ? ": " : "")}{first}");
            CellReport? report = reports.GetValueOrDefault(index + 1);
            yield return new Case(
                name,
                report?.Duration.TotalSeconds ?? 0,
                report is { Outcome: CellOutcome.Failed } ? report.Failure : null,
                IsSkipped: report is null or { Outcome: CellOutcome.Skipped },
                IsError: report?.Failure?.Cause.Kind is CellFailureKind.Process or CellFailureKind.Timeout);
        }
    }

    private static string Text(NotebookFailure failure) => string.Join('\n', [failure.ToString(), .. failure.Cause.Traceback]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Text without the characters that XML does not allow.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                clean.Append(text[index++]).Append(text[index]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : '\uFFFD');
            }
        }
        return clean.ToString();
    }

    private sealed record Case(string Name, double Seconds, NotebookFailure? Failure, bool IsSkipped, bool IsError);
}
