using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>The statistics of a text in the order they stand in it; immutable.</summary>
public sealed class TextFindings : IReadOnlyList<TextFinding>
{
    // Quotations hold signs such as ± and ≥; they stay readable.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ImmutableArray<TextFinding> _findings;

    internal TextFindings(IEnumerable<TextFinding> findings) => _findings = [.. findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];

    /// <inheritdoc/>
    public int Count => _findings.Length;

    /// <inheritdoc/>
    public TextFinding this[int index] => _findings[index];

    /// <summary>What looks like a statistic and could not be read.</summary>
    public TextFindings Unread => Of(TextStatisticKind.Unread);

    /// <summary>The findings of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public TextFindings Of(TextStatisticKind kind) => new(_findings.Where(finding => finding.Kind == kind));

    /// <summary>The findings with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public TextFindings Of(Verdict verdict) => new(_findings.Where(finding => finding.Verdict == verdict));

    /// <summary>How many findings have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int CountOf(Verdict verdict) => _findings.Count(finding => finding.Verdict == verdict);

    /// <summary>The verdicts that occur with how often they do, in the order of <see cref="Verdict"/>.</summary>
    public ImmutableArray<KeyValuePair<Verdict, int>> Counts() =>
        [.. Enum.GetValues<Verdict>().Select(verdict => KeyValuePair.Create(verdict, CountOf(verdict))).Where(pair => pair.Value > 0)];

    /// <summary>A frame with a row a finding: kind, text, line, column, verdict, detail, computed, method, witness, tableRow, tableColumn.</summary>
    public DataFrame ToDataFrame() => new(
        Text("kind", finding => finding.Kind.ToName()),
        Text("text", finding => finding.Text),
        new Int32DataFrameColumn("line", _findings.Select(finding => finding.Line)),
        new Int32DataFrameColumn("column", _findings.Select(finding => finding.Column)),
        Text("verdict", finding => finding.Verdict.ToName()),
        Text("detail", finding => finding.Detail),
        new DoubleDataFrameColumn("computed", _findings.Select(finding => finding.Computed)),
        Text("method", finding => finding.Method),
        Text("witness", finding => finding.Witness),
        Text("tableRow", finding => finding.TableRow),
        Text("tableColumn", finding => finding.TableColumn));

    /// <summary>JSON: <c>{findings: [{kind, text, line, verdict, detail}]}</c>.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("findings");
            foreach (TextFinding finding in _findings)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", finding.Kind.ToName());
                writer.WriteString("text", finding.Text);
                writer.WriteNumber("line", finding.Line);
                writer.WriteString("verdict", finding.Verdict.ToName());
                writer.WriteString("detail", finding.Detail);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The counts in a line: <c>12 statistics: 9 recomputed, 1 inconsistent, 2 not-checkable; 1 could not be read.</c></summary>
    public override string ToString()
    {
        if (Count == 0)
        {
            return "No statistics were found.";
        }

        int unread = Unread.Count;
        string counts = string.Join(", ", Counts().Select(pair => FormattableString.Invariant($"{pair.Value} {pair.Key.ToName()}")));
        return FormattableString.Invariant($"{Count} {(Count == 1 ? "statistic" : "statistics")}: {counts}")
            + (unread == 0 ? "." : FormattableString.Invariant($"; {unread} could not be read."));
    }

    /// <inheritdoc/>
    public IEnumerator<TextFinding> GetEnumerator() => ((IEnumerable<TextFinding>)_findings).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private StringDataFrameColumn Text(string name, Func<TextFinding, string?> value) => new(name, _findings.Select(value));
}
