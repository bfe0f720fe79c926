using System.Collections.Immutable;
using System.Globalization;
using CSharpNotebook.Format;

namespace CSharpNotebook.Checking;

/// <summary>
/// Compares the outputs of cells: text line by line, numbers within a tolerance, HTML tables cell by cell, pictures by hash, errors by
/// name.
/// </summary>
public sealed class NotebookComparison
{
    private readonly ComparisonOptions _options;
    private readonly TextComparison _texts;
    private readonly HtmlComparison _html;
    private readonly JsonComparison _json;

    /// <summary>Makes a comparison.</summary>
    /// <param name="options">What counts as the same; the defaults when null.</param>
    public NotebookComparison(ComparisonOptions? options = null)
    {
        _options = options ?? new ComparisonOptions();
        _texts = new TextComparison(_options);
        _html = new HtmlComparison(_options, _texts);
        _json = new JsonComparison(_options, _texts);
    }

    /// <summary>Compares the outputs of a cell.</summary>
    /// <param name="expected">The cell with its stored outputs.</param>
    /// <param name="actual">The cell with its new outputs.</param>
    /// <param name="cellNumber">The place among all cells of the notebook, counted from 1.</param>
    /// <param name="codeCellNumber">The place among the code cells, counted from 1.</param>
    /// <returns>The differences; none when the outputs are the same.</returns>
    public ImmutableArray<OutputDifference> Compare(CodeCell expected, CodeCell actual, int cellNumber, int codeCellNumber)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        return
        [
            .. Errors(expected, actual)
                .Concat(Stream(expected, actual, "stdout"))
                .Concat(Stream(expected, actual, "stderr"))
                .Concat(Rich([.. expected.Outputs.OfType<RichOutput>()], [.. actual.Outputs.OfType<RichOutput>()]))
                .Concat(Unknown(expected))
                .Select(difference => new OutputDifference(
                    cellNumber, codeCellNumber, difference.Output, difference.Place, difference.Expected, difference.Actual)),
        ];
    }

    /// <summary>How a text is split into writes, and how the two streams interleave, is random; the texts are not.</summary>
    private IEnumerable<(string Output, string Place, string? Expected, string? Actual)> Stream(
        CodeCell expected, CodeCell actual, string name)
    {
        (string before, string now) = (Text(expected, name), Text(actual, name));
        return before.Length == 0 && now.Length == 0 ? []
            : before.Length == 0 ? [(name, "", null, now.Trim())]
            : now.Length == 0 ? [(name, "", before.Trim(), null)]
            : _texts.Differences(before, now).Select(difference => (name, difference.Place, difference.Expected, difference.Actual));
    }

    private static string Text(CodeCell cell, string name) =>
        string.Concat(cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == name).Select(output => output.Text));

    private static IEnumerable<(string Output, string Place, string? Expected, string? Actual)> Errors(CodeCell expected, CodeCell actual)
    {
        ErrorOutput? before = expected.Outputs.OfType<ErrorOutput>().FirstOrDefault();
        ErrorOutput? now = actual.Outputs.OfType<ErrorOutput>().FirstOrDefault();
        return before?.Name == now?.Name ? []
            : [("error", "", before?.Name, now is null ? null
                : before is null ? $"{now.Name}: {now.Message.ReplaceLineEndings(" ")}"
                : now.Name)];
    }

    /// <summary>A stored output that no run of this host gives.</summary>
    private static IEnumerable<(string Output, string Place, string? Expected, string? Actual)> Unknown(CodeCell expected) =>
        expected.Outputs.OfType<UnknownOutput>().Select(output => (
            "output", "", (string?)output.Content.GetRawText().ReplaceLineEndings(" "), (string?)null));

    private IEnumerable<(string Output, string Place, string? Expected, string? Actual)> Rich(RichOutput[] expected, RichOutput[] actual)
    {
        for (int index = 0; index < Math.Max(expected.Length, actual.Length); index++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"output {index + 1}");
            RichOutput? before = expected.ElementAtOrDefault(index);
            RichOutput? now = actual.ElementAtOrDefault(index);
            if (before is null || now is null)
            {
                yield return (name, "", before is null ? null : Summary(before), now is null ? null : Summary(now));
                continue;
            }
            if (before.GetType() != now.GetType())
            {
                yield return (name, "kind of output", Kind(before), Kind(now));
            }

            foreach (string type in before.Data.Keys.Union(now.Data.Keys, StringComparer.Ordinal))
            {
                before.Data.TryGetValue(type, out string? old);
                now.Data.TryGetValue(type, out string? fresh);
                if (old is null || fresh is null)
                {
                    yield return ($"{name} ({type})", "", old is null ? null : "a " + type, fresh is null ? null : "a " + type);
                }
                else
                {
                    foreach ((string place, string? left, string? right) in Content(type, old, fresh))
                    {
                        yield return ($"{name} ({type})", place, left, right);
                    }
                }
            }
        }
    }

    private IEnumerable<(string Place, string? Expected, string? Actual)> Content(string type, string expected, string actual)
    {
        if (MimeBundle.IsJson(type))
        {
            return _json.Differences(expected, actual);
        }

        if (type == "text/html")
        {
            return _html.Differences(expected, actual);
        }

        if (type.StartsWith("text/", StringComparison.Ordinal) || type == "application/javascript")
        {
            return _texts.Differences(expected, actual);
        }

        (string before, string now) = type == "image/svg+xml"
            ? (ContentHash.OfText(_options.Sanitizer.Apply(expected)), ContentHash.OfText(_options.Sanitizer.Apply(actual)))
            : (ContentHash.OfImage(type, Unbroken(expected)), ContentHash.OfImage(type, Unbroken(actual)));
        return before == now ? [] : [("", before, now)];
    }

    private static string Unbroken(string base64) => string.Concat(base64.Where(character => !char.IsWhiteSpace(character)));

    private static string Kind(RichOutput output) => output is ExecuteResultOutput ? "execute_result" : "display_data";

    private static string Summary(RichOutput output) =>
        output.Data.TryGetValue("text/plain", out string? text) ? text.Trim().Split('\n')[0] : string.Join(", ", output.Data.Keys);
}
