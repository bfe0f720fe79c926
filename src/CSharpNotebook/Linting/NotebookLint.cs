using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CSharpNotebook.Format;
using CSharpNotebook.Languages;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Linting;

/// <summary>Finds what prevents a notebook from being run again with the same result. Nothing is executed.</summary>
public static class NotebookLint
{
    /// <summary>Checks a notebook file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The findings in the order of the cells.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public static ImmutableArray<LintFinding> CheckFile(string path)
    {
        Notebook notebook = Notebook.Read(path);
        return Check(notebook, Notebook.IsDib(path) ? [] : Ids(File.ReadAllBytes(path)));
    }

    /// <summary>
    /// Checks a notebook. Its cells already have unique ids; the ids of the file are checked by <see cref="CheckFile"/>.
    /// </summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The findings in the order of the cells.</returns>
    public static ImmutableArray<LintFinding> Check(Notebook notebook) => Check(notebook, []);

    private static ImmutableArray<LintFinding> Check(Notebook notebook, string?[] ids)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        List<LintFinding> findings = [.. Duplicates(ids)];
        if (notebook.Metadata.Text("kernelspec", "name") is null)
        {
            findings.Add(new LintFinding(
                LintRules.MissingKernelspec, 0, null, "the metadata name no kernelspec; one such as .net-csharp was expected."));
        }

        bool wasRun = notebook.Cells.OfType<CodeCell>().Any(cell => cell.ExecutionCount is not null || !cell.Outputs.IsEmpty);
        int last = 0;
        for (int index = 0; index < notebook.Cells.Length; index++)
        {
            if (notebook.Cells[index] is not CodeCell cell || string.IsNullOrWhiteSpace(cell.Source))
            {
                continue;
            }

            findings.AddRange(Executions(cell, index + 1, wasRun, ref last));
            if (cell.Outputs.OfType<ErrorOutput>().FirstOrDefault() is { } error && !cell.Has(CellTags.RaisesException))
            {
                findings.Add(new LintFinding(
                    LintRules.StoredError,
                    index + 1,
                    null,
                    $"the stored output is the error {error.Name}; a cell that may fail has the tag {CellTags.RaisesException}."));
            }

            if (CellLanguage.IsCSharp(cell, notebook))
            {
                findings.AddRange(SourceLint.Check(cell.Source, index + 1));
            }
        }
        return [.. findings.OrderBy(finding => finding.CellNumber)];
    }

    private static List<LintFinding> Executions(CodeCell cell, int number, bool wasRun, ref int last)
    {
        if (cell.Has(CellTags.SkipExecution))
        {
            return [];
        }

        if (cell.ExecutionCount is not { } count)
        {
            return wasRun ? [new LintFinding(LintRules.NotRun, number, null, "the cell was not run, but others were.")] : [];
        }

        int expected = last + 1;
        last = count;
        return count == expected
            ? []
            : [new LintFinding(LintRules.ExecutionOrder, number, null, string.Create(
                CultureInfo.InvariantCulture, $"the cell was run as number {count}; from top to bottom it would be {expected}."))];
    }

    private static IEnumerable<LintFinding> Duplicates(string?[] ids)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int index = 0; index < ids.Length; index++)
        {
            if (ids[index] is { } id && !first.TryAdd(id, index + 1))
            {
                yield return new LintFinding(LintRules.DuplicateId, index + 1, null, string.Create(
                    CultureInfo.InvariantCulture, $"the id {id} is that of cell {first[id]} too."));
            }
        }
    }

    /// <summary>The ids as they are in the file; in a notebook that has been read they are corrected.</summary>
    private static string?[] Ids(byte[] utf8)
    {
        using var document =
            JsonDocument.Parse(utf8.AsMemory(utf8.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0), NotebookReader.DocumentOptions);
        return [.. document.RootElement.GetProperty("cells")
            .EnumerateArray()
            .Select(cell => cell.TryGetProperty("id", out JsonElement id) ? id.GetString() : null)];
    }
}
